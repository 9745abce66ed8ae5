"""Marks: what stands in a text in place of a shortcode or block while its markup is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .tree import Element, Node

# Two noncharacters of Unicode: no honest text holds them, and no parser of HTML minds them.
OPEN, CLOSE = "\ufdd0", "\ufdd1"
WRITTEN = re.compile(f"{OPEN}(\\d+){CLOSE}")
_LEFT_OVER = re.compile(f"{OPEN}\\d*{CLOSE}?|{CLOSE}")

# A tag name can't begin with a hash, so these are never a page's own elements.
BLOCK, INLINE = "#block", "#mark"


@dataclass(frozen=True, slots=True)
class Unresolved:
    """Something not brought yet: kept for editors, never shown."""

    name: str
    attributes: str = ""
    original: str = ""


@dataclass(frozen=True, slots=True)
class Embedded:
    """Something on another site."""

    address: str


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is shown letter by letter."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Gallery:
    """Pictures chosen by number, or all that are attached to the post."""

    ids: tuple[int, ...]
    exclude: tuple[int, ...]
    attributes: str
    original: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The place of the footnotes that WordPress keeps beside the text."""


Mark = Unresolved | Embedded | Code | Gallery | Footnotes


class Marks:
    """The marks of one text, by number."""

    def __init__(self) -> None:
        self._marks: list[Mark] = []

    def write(self, mark: Mark) -> str:
        """What to write into the text in place of a mark."""
        self._marks.append(mark)
        return f"{OPEN}{len(self._marks) - 1}{CLOSE}"

    def of(self, element: Element) -> Mark:
        """The mark that an element stands for."""
        return self._marks[int(element.attributes["n"])]

    def has(self, kind: type[Mark]) -> bool:
        """Whether there is a mark of a kind."""
        return any(isinstance(mark, kind) for mark in self._marks)

    def place(self, root: Element) -> None:
        """Turn what was written into elements, all through a tree; and take it out of attributes."""
        waiting = [root]
        while waiting:
            element = waiting.pop()
            for name, value in element.attributes.items():
                if OPEN in value:
                    element.attributes[name] = without(value)
            if any(isinstance(child, str) and (OPEN in child or CLOSE in child) for child in element.children):
                element.children = [part for child in element.children for part in self._parts(child)]
            waiting.extend(child for child in element.children if isinstance(child, Element))

    def _parts(self, child: Node) -> list[Node]:
        if not isinstance(child, str):
            return [child]
        parts: list[Node] = []
        for at, part in enumerate(WRITTEN.split(child)):
            if at % 2 == 0:
                parts.append(_LEFT_OVER.sub("", part))
            elif int(part) < len(self._marks):
                shown = not isinstance(self._marks[int(part)], Unresolved)
                parts.append(Element(BLOCK if shown else INLINE, {"n": part}))
        return [part for part in parts if part != ""]


def without(text: str) -> str:
    """A text without what was written for marks."""
    return _LEFT_OVER.sub("", text) if OPEN in text or CLOSE in text else text
