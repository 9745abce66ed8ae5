"""Headings of a text: their levels, their anchors, and the outline that a contents list shows.

The rule of levels, in one place for the desk that refuses and the press that must hold: a page has one first level, its
title; a text below it begins with the second, and a heading goes down one level at a time (WCAG 2.2, technique G141).
It may go up by as many as it likes.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from .slugs import free, slug

# Anchors of the page's skeleton: a heading called "Contents" must not take one of them.
RESERVED = frozenset(
    {
        *(
            "amendments",
            "articles",
            "content",
            "contents",
            "contributors",
            "findings",
            "footer",
            "header",
            "main",
            "menu",
        ),
        *(
            "navigation",
            "notes",
            "past-members",
            "reading",
            "recent-articles",
            "related",
            "retraction",
            "share",
            "top",
            "topics",
            "translations",
        ),
    }
)
LONGEST = 80
OF_NOTES = ("note:", "noteref:", "part:")
"""How the anchors of footnotes begin, and those that sections put on their pages. A heading's own has no such sign."""
TITLE = 1
"""The level of a page's title."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading in a text."""

    text: str
    level: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with those that stand below it."""

    heading: Heading
    sections: list[Section] = field(default_factory=list)


def anchor(text: str, taken: Container[str] = frozenset()) -> str:
    """An anchor for a heading, not among those taken; the same text and the same others give the same anchor."""
    wished = slug(text, fallback="section", longest=LONGEST)
    if wished in RESERVED:
        wished = f"{wished}-section"
    return free(wished, taken, longest=LONGEST)


def can_be_anchor(stated: str) -> bool:
    """Whether an anchor that was given elsewhere can stand: one word, and none of the skeleton's or of a footnote's."""
    own = stated in RESERVED or stated.startswith(OF_NOTES)
    return bool(stated) and not own and not any(sign.isspace() for sign in stated)


def anchors(texts: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """An anchor for each heading, in order, all different and none of those taken."""
    used = set(taken)
    given = []
    for text in texts:
        given.append(anchor(text, used))
        used.add(given[-1])
    return given


def skips(levels: Iterable[int], above: int = TITLE) -> list[int]:
    """The places (from 0) of the headings that stand more than one level below the one before them.

    `above` is the level of what stands before the first.
    """
    found = []
    for place, level in enumerate(levels):
        if level > above + 1:
            found.append(place)
        above = level
    return found


def settled(levels: Iterable[int], above: int = TITLE) -> list[int]:
    """Levels in the same order of rank, none of them skipped; as they are where none is."""
    return list(map(Descent(above).settled, levels))


class Descent:
    """Goes through a text's headings from the first to the last and never down more than one level at a time."""

    def __init__(self, above: int = TITLE) -> None:
        self._above = above
        self._ranks: list[int] = []

    def settled(self, level: int) -> int:
        """The level that the next heading can have."""
        while self._ranks and self._ranks[-1] >= level:
            self._ranks.pop()
        self._ranks.append(level)
        return self._above + len(self._ranks)


def outline(headings: Iterable[Heading]) -> list[Section]:
    """Headings nested by level. One that skips a level stands below the last one above it."""
    roots: list[Section] = []
    open_sections: list[Section] = []
    for heading in headings:
        while open_sections and open_sections[-1].heading.level >= heading.level:
            open_sections.pop()
        section = Section(heading)
        (open_sections[-1].sections if open_sections else roots).append(section)
        open_sections.append(section)
    return roots
