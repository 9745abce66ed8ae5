"""Signals are sounds that can be played, each as long as its score says, and the same each time."""

from io import BytesIO

import pytest

from communique.content.recordings import kinds
from communique.site.demonstration.signals import mp3


@pytest.mark.parametrize(("score", "seconds"), [("horn 5, rest 1, horn 1", 7), ("bell 2", 2), ("rest 3", 3)])
def test_a_signal_lasts_as_long_as_its_score_and_is_small(score, seconds):
    sound = mp3(score)
    found = kinds.measured("signal.mp3", BytesIO(sound), len(sound))
    assert (found.kind, found.seconds) == ("mp3", seconds)
    assert len(sound) < 4_100 * seconds and sound == mp3(score)


def test_a_tone_goes_on_and_a_bell_fades():
    horn, bell = mp3("horn 1"), mp3("bell 1")
    assert len({horn[at : at + 144] for at in range(0, len(horn), 144)}) == 2
    assert len({bell[at : at + 144] for at in range(0, len(bell), 144)}) > 10
