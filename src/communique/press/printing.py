"""Printing one sheet: compose its copy, set it, and bring along the media it refers to."""

from __future__ import annotations

import errno
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from .causes import causes
from .guard import LeftOut
from .headers import of_media
from .inquiry import Notes
from .objects import Printed
from .questions import Key, Unanswered
from .sheets import MEDIA, Copy, Media, Sheet
from .source import Newsroom
from .store import FragmentRing, Pressed, UnfitForPrint, press, refuse_unfit

_OF_THE_MACHINE = frozenset({errno.EMFILE, errno.ENFILE, errno.EIO, errno.ENOMEM, errno.ENOSPC})


@dataclass
class Proof:
    """What came of one sheet: its printed addresses and what it asked, or why it could not be printed."""

    sheet: str
    key: Key
    asked: set[int]
    printed: list[Printed | Pressed] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    failure: str = ""
    gone: bool = False  # the row that the sheet stands for can't be seen any more

    @property
    def claims(self) -> list[str]:
        """The addresses that the sheet wants for itself."""
        return [printed.address for printed in self.printed if printed.sheet != MEDIA]

    def fail(self, error: Exception) -> None:
        """Nothing of it is printed."""
        self.printed, self.media = [], []
        self.failure = _reason(error)


def prove(newsroom: Newsroom, sheet: Sheet, key: Key, notes: Notes, *, pressing: bool = False) -> Proof:
    """Compose one sheet and set it, without its media; its errors become its failure.

    With `pressing` it is pressed too: that is for processes that have time for it.
    """
    proof = Proof(sheet.name, key, notes.numbers)
    try:
        with notes.guard.at(sheet.name, (key,)):
            for copy in _copies(sheet.compose(notes, key)):
                printed = _set(newsroom, sheet, copy)
                refuse_unfit(printed)
                proof.printed.append(press(printed) if pressing else printed)
                proof.media += copy.files
    except Exception as error:  # one sheet that can't be printed must not stop the others
        _refuse_to_blame(error)
        proof.fail(error)
    return proof


def bring_media(newsroom: Newsroom, proof: Proof, has: Callable[[str], bool]) -> None:
    """Put the media that a proof refers to beside it; `has` tells whether the edition has a file already."""
    try:
        proof.printed += [
            Printed(
                media.address,
                (newsroom.media(media.path),),
                media.media_type,
                headers=of_media(media.media_type),
                sheet=MEDIA,
            )
            for media in dict.fromkeys(proof.media)
            if not has(media.address)
        ]
    except Exception as error:  # a file that can't be read: as above
        _refuse_to_blame(error)
        proof.fail(error)


def _copies(composed: Copy | Sequence[Copy] | None) -> Sequence[Copy]:
    if composed is None:
        return ()
    return (composed,) if isinstance(composed, Copy) else composed


def _set(newsroom: Newsroom, sheet: Sheet, copy: Copy) -> Printed:
    body = (copy.body,) if copy.body is not None else newsroom.set_type(copy)
    return Printed(copy.address, body, copy.media_type, copy.status, copy.headers, copy.expires, sheet.name)


def _refuse_to_blame(error: Exception) -> None:
    """Raise the OSError behind an error if it is the machine's: the run ends then, and the next one tries again."""
    for cause in causes(error):
        if isinstance(cause, OSError) and cause.errno in _OF_THE_MACHINE:
            raise cause


def _reason(error: Exception) -> str:
    if isinstance(error, Unanswered) and isinstance(error.__cause__, Exception):
        error = error.__cause__
    if isinstance(error, UnfitForPrint | FragmentRing | LeftOut):
        return str(error)  # a whole sentence
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__
