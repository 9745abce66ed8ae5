"""Sheets: the published files, each declared by what it is printed from."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .objects import HTML, Include
from .questions import Ask, Key, Question

MEDIA = "media"
"""What media files are entered as, so that no sheet can be called so; sheets share them."""


@dataclass(frozen=True)
class Media:
    """A file of the upload folder that a sheet refers to; it is copied into the store while any sheet does."""

    address: str  # "/media/12/harbour.webp"
    path: str  # below the upload folder
    media_type: str


@dataclass(frozen=True)
class Copy:
    """What a sheet hands in for printing: plain values for its template, or a finished body."""

    address: str
    context: Mapping[str, Any] = field(default_factory=dict)
    template: str | None = None
    language: str = "en"
    body: bytes | Include | None = None  # instead of template and context
    media_type: str = HTML
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    expires: datetime | None = None
    media: tuple[Media, ...] = ()

    @property
    def files(self) -> tuple[Media, ...]:
        """All the files that it refers to: its own, and those that its frame brings along."""
        frame = self.context.get("frame")
        return (*self.media, *frame["files"]) if frame and frame.get("files") else self.media


@dataclass(frozen=True)
class Sheet:
    """A kind of published file.

    With `each`, there is one sheet for each row of that window table, by its key; with `keys`, one for each key that
    the question answers. `compose` answers None when there is nothing to print (the sheet then doesn't exist).

    An address is one sheet's. Of two that want it, the one declared first has it, and the other is told; one that
    `yields` (a redirect) stands back from all others, without a word.

    One that shows many things and is printed with each of them is composed `ahead`, while the press has nothing to do:
    so what it shows is at hand when somebody waits for it.
    """

    name: str
    compose: Callable[[Ask, Any], Copy | Sequence[Copy] | None]
    each: str | None = None
    keys: Question[[], Sequence[Key]] | None = None
    yields: bool = False
    ahead: bool = False

    def __post_init__(self) -> None:
        """Raises ValueError for a name that isn't free."""
        if self.name == MEDIA:
            raise ValueError(f"No sheet can be called {MEDIA!r}: files are entered by that name. Choose another.")
