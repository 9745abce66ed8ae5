"""Headings of a text: their anchors, and the outline that a contents list shows."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass, field

from .slugs import free, slug

# Anchors of the page's skeleton: a heading called "Contents" must not take one of them.
RESERVED = frozenset({"content", "contents", "footer", "header", "main", "menu", "navigation", "top"})
LONGEST = 80


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


def anchors(texts: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """An anchor for each heading, in order, all different and none of those taken."""
    used = set(taken)
    given = []
    for text in texts:
        given.append(anchor(text, used))
        used.add(given[-1])
    return given


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
