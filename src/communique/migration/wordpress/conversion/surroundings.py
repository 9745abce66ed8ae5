"""What a text's conversion has to know of the rest of the site: links, pictures, reusable blocks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .footnotes import NO_NOTES, Footnotes


@dataclass(frozen=True, slots=True)
class Link:
    """Where a link leads: to a page of ours by its number, and in any case to an address."""

    address: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Attached:
    """A picture of the export's own library, as a gallery names it."""

    wordpress_id: int
    address: str
    alt: str = ""
    caption: str = ""


def _as_written(address: str) -> Link | None:
    return Link(address)


def _no_picture(wordpress_id: int, address: str) -> int | None:
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How to find what a text refers to. Without anything, links stay as they are and no picture is found."""

    link: Callable[[str], Link | None] = _as_written
    picture: Callable[[int, str], int | None] = _no_picture
    gallery: Callable[[tuple[int, ...], tuple[int, ...]], list[Attached]] = lambda ids, exclude: []
    reusable: Callable[[int], str | None] = lambda ref: None
    footnotes: Footnotes = NO_NOTES
    key: str = ""
    """Makes the numbers of this text's blocks its own, and the same each time it is converted."""


NOTHING_KNOWN = Surroundings()
