"""Who can't follow a recording, and what would help them (WCAG 2.2, 1.2.1 to 1.2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.text.plain import text_of
from communique.text.sentences import Sentence, sentence

if TYPE_CHECKING:
    from communique.content.models import Recording


def lacking(recording: Recording) -> Iterator[tuple[Sentence, Sentence]]:
    """What a recording lacks, each time with what would do; nothing for one that all can follow."""
    written = bool(text_of(recording.transcript))
    tracks = {track.kind for track in recording.tracks.all()}
    in_the_library = sentence("Open “{recording}” under Recordings.", recording=recording)
    if recording.sort == "sound":
        if not written and not recording.wordless:
            yield (
                sentence("Those who can’t hear “{recording}” don’t learn what is said in it.", recording=recording),
                sentence("{where} Write the transcript there.", where=in_the_library),
            )
        return
    if "captions" not in tracks and not recording.wordless:
        yield (
            sentence("Those who can’t hear “{recording}” see people speak and don’t know what.", recording=recording),
            sentence("{where} Add captions (WebVTT) there.", where=in_the_library),
        )
    if "descriptions" not in tracks and not written:
        yield (
            sentence("Those who can’t see “{recording}” don’t learn what it shows.", recording=recording),
            sentence(
                "{where} Add descriptions there, or write a transcript that also says what one sees.",
                where=in_the_library,
            ),
        )
