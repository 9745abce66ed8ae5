"""What kind of recording a file is and how long it lasts, told by what is in it; its name has to agree with that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import IO, Literal

from communique.text.sentences import Refusal, sentence

from . import matroska, mp4, mpeg, ogg

LARGEST = {"sound": 150 << 20, "film": 400 << 20}
"""In bytes: two hours of good speech, half an hour of a film. The press holds a file in memory to print it."""

Sort = Literal["sound", "film"]


@dataclass(frozen=True)
class Kind:
    """A kind of recording: whether one hears or sees it, its media type, and what measures it in seconds."""

    sort: Sort
    media_type: str
    measure: Callable[[IO[bytes], int], float | None]


KINDS = {
    "mp3": Kind("sound", "audio/mpeg", mpeg.seconds),
    "m4a": Kind("sound", "audio/mp4", mp4.seconds_of_sound),
    "ogg": Kind("sound", "audio/ogg", ogg.seconds),
    "opus": Kind("sound", "audio/ogg", ogg.seconds),
    "mp4": Kind("film", "video/mp4", mp4.seconds_of_film),
    "webm": Kind("film", "video/webm", matroska.seconds),
}
"""The kinds that are taken, by how their names end: those that browsers play."""


@dataclass(frozen=True)
class Measured:
    """A recording that was looked at: its kind ("mp3"), and its length in whole seconds."""

    kind: str
    seconds: int


class Refused(Refusal):
    """A file that isn't taken as a recording; `said` is a sentence for whoever sent it."""


def measured(name: str, file: IO[bytes], size: int) -> Measured:
    """The kind and length of a recording. Raises Refused with what would do."""
    ending = PurePath(name).suffix.lower().removeprefix(".")
    kind = KINDS.get(ending)
    if kind is None:
        raise Refused(
            sentence(
                "Recordings of this kind aren’t taken. Send one of these: {kinds}.", kinds=", ".join(sorted(KINDS))
            )
        )
    if size == 0:
        raise Refused(sentence("The file is empty. Play it to see whether it is whole, and send it again."))
    if size > LARGEST[kind.sort]:
        raise Refused(
            sentence(
                "It is {size:,} MB large; at most {most} MB can be taken. Save it with fewer kilobits in a second, or "
                "in parts.",
                size=round(size / (1 << 20)),
                most=LARGEST[kind.sort] >> 20,
            )
        )
    length = kind.measure(file, size)
    file.seek(0)
    if length is None:
        raise Refused(
            sentence(
                "It is called .{ending}, but what is in it is something else. Save it as .{ending} with the program it "
                "was made with, and send that.",
                ending=ending,
            )
        )
    if length <= 0:
        raise Refused(
            sentence(
                "The file doesn’t say how long it lasts, so that nobody could wind it. Save it anew, and send that."
            )
        )
    return Measured(ending, max(1, round(length)))
