"""Printing one sheet: compose its copy, set it, and bring along the media it refers to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .inquiry import Notes
from .objects import Printed
from .questions import Key
from .sheets import Copy, Media, Sheet
from .source import Newsroom


@dataclass
class Proof:
    """What came of one sheet: its printed addresses and what it asked, or why it could not be printed."""

    sheet: str
    key: Key
    asked: set[int]
    printed: list[Printed] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    failure: str = ""
    gone: bool = False  # the row that the sheet stands for can't be seen any more


def prove(newsroom: Newsroom, sheet: Sheet, key: Key, notes: Notes, has: Callable[[str], bool]) -> Proof:
    """Print one sheet; `has` tells whether the edition has a media file already. Its errors become its failure."""
    proof = Proof(sheet.name, key, notes.numbers)
    try:
        for copy in _copies(sheet.compose(notes, key)):
            proof.printed.append(_set(newsroom, sheet, copy))
            proof.media += copy.media
        proof.printed += _media(newsroom, proof.media, has)
    except Exception as error:  # one sheet that can't be printed must not stop the others
        proof.printed, proof.media = [], []
        proof.failure = _reason(error)
    return proof


def _copies(composed: Copy | Sequence[Copy] | None) -> Sequence[Copy]:
    if composed is None:
        return ()
    return (composed,) if isinstance(composed, Copy) else composed


def _set(newsroom: Newsroom, sheet: Sheet, copy: Copy) -> Printed:
    body = (copy.body,) if copy.body is not None else newsroom.set_type(copy)
    return Printed(copy.address, body, copy.media_type, copy.status, copy.headers, copy.expires, sheet.name)


def _media(newsroom: Newsroom, wanted: Sequence[Media], has: Callable[[str], bool]) -> list[Printed]:
    return [
        Printed(media.address, (newsroom.media(media.path),), media.media_type, sheet="media")
        for media in dict.fromkeys(wanted)
        if not has(media.address)
    ]


def _reason(error: Exception) -> str:
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__
