"""Signs that can't be seen."""

import pytest

from communique.text import invisible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("gnp.\u202egpj.exe", "gnp.gpj.exe"),
        ("\u2067harbour\u2069\u200f", "harbour"),
        ("two\nlines\x00 and\ta tab", "two lines and a tab"),
        ("نئی\u200cدہلی", "نئی\u200cدہلی"),
    ],
)
def test_what_turns_the_direction_or_controls_is_taken_out(text, seen):
    assert invisible.without(text) == seen
