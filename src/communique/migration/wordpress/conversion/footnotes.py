"""Footnotes as WordPress keeps them: numbers in the text, the notes themselves beside the post."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from communique.content.footnotes import Note, mark, notes, written

from ..tree import Element, Node, find_all

REFERENCE = "data-fn"
"""The attribute by which a number in the text names its note."""

NAME = "core/footnotes"
HERE = "#footnotes"
"""Stands among the blocks where WordPress showed the notes, until it is known which of them have become ours."""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: the name that numbers in the text know it by, and its text as HTML."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of a post; `unread` is what was kept for them and can't be read."""

    kept: tuple[Footnote, ...] = ()
    unread: str = ""


NO_NOTES = Footnotes()


def read(stored: str) -> Footnotes:
    """The notes as WordPress stores them: a list in JSON. Broken ones are handed on as they are."""
    try:
        told: Any = json.loads(stored) if stored.strip() else []
    except (ValueError, RecursionError):
        return Footnotes(unread=stored)
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        return Footnotes(unread=stored)
    return Footnotes(tuple(Footnote(str(one.get("id") or ""), str(one.get("content") or "")) for one in told))


class Notes:
    """The notes of a text on their way: numbers become marks, what no number leads to stays a list."""

    def __init__(self, found: Footnotes, said: Callable[[str], str], *, shown: bool) -> None:
        self.unread = found.unread
        self._all = found.kept
        self._said = said
        self._first: dict[str, Footnote] = {}
        # Where WordPress showed no notes, readers could not read them, and can't here.
        for one in found.kept if shown else ():
            if one.name and one.content.strip():
                self._first.setdefault(one.name, one)

    def mark(self, element: Element) -> str:
        """A number in the text as the footnote that it leads to; "" if it is none, or its note is missing."""
        found = self._first.get(element.attributes.get(REFERENCE, "").strip())
        text = written(self._said(found.content)) if found else ""
        return mark(Note(found.name, text)) if found and text else ""

    def remaining(self, blocks: Iterable[dict[str, Any]]) -> list[str]:
        """The notes that none of the blocks refers to, as rich text: no number led to them, or one in a passage."""
        used = {note.key for text in _texts(list(blocks)) for note in notes(text)}
        left = (one for one in self._all if one.name not in used or self._first.get(one.name) is not one)
        return [text for text in (self._said(one.content) for one in left) if text]

    def missing(self, root: Element) -> list[str]:
        """The names of notes that numbers in the text lead to and that aren't there."""
        sought = (one.attributes.get(REFERENCE, "").strip() for one in find_all(root, "sup") if is_reference(one))
        return [name for name in dict.fromkeys(sought) if name not in self._first]

    @property
    def texts(self) -> str:
        """All of them as they were, for editors."""
        return self.unread or "\n".join(one.content for one in self._all)


def is_reference(node: Node) -> bool:
    """Whether a number leads to a note of WordPress."""
    return isinstance(node, Element) and node.tag == "sup" and REFERENCE in node.attributes


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
