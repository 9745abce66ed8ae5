"""The years and months of events, by their ends: what is over and what is to come, of a section and of each kind."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import archives
from communique.content.archives import Place
from communique.content.questions.pages import Link
from communique.press.questions import Ask
from communique.press.sheets import Copy

from . import shelves
from .divided import DIVIDED

TABLE = "events_eventspage"


def place(ask: Ask, shelf: list[str]) -> Place | None:
    """The list of a section, or of one of its kinds."""
    section = archives.place_of(ask, TABLE, int(shelf[0]))
    if section is None or len(shelf) == 1:
        return section
    title = DIVIDED.title(section.title, section.language, shelf[1])
    trail = (*section.trail, Link(section.title, section.address))
    return Place(title, DIVIDED.address(section.address, shelf[1]), section.language, trail)


def years(ask: Ask, page_id: int) -> Sequence[Copy]:
    """The ways to the years of a section's list, and of those of its kinds."""
    told = [(kind, place(ask, [str(page_id), *([kind] if kind else [])])) for kind in ("", *DIVIDED.every)]
    return [
        archives.ways(ask, years_of(page_id, kind), shelves.of(page_id, kind), found) for kind, found in told if found
    ]


def years_of(page_id: int, kind: str = "") -> str:
    """The fragment with the years of a list."""
    return f"~events-by-year/{page_id}/{kind}" if kind else f"~events-by-year/{page_id}"
