"""Conversion: a post's text as WordPress stored it becomes the blocks of our body."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from ..paragraphs import paragraphed
from ..preparing import prepare
from ..tree import parse
from .footnotes import Footnote, Footnotes
from .surroundings import NOTHING_KNOWN, Attached, Link, Surroundings
from .walking import Walk

__all__ = ["Attached", "Converted", "Footnote", "Footnotes", "Link", "Surroundings", "convert"]


@dataclass(frozen=True, slots=True)
class Converted:
    """A body, and what was found on the way to it."""

    body: list[dict[str, Any]]
    blocks: Counter[str] = field(default_factory=Counter)
    shortcodes: Counter[str] = field(default_factory=Counter)
    not_brought: Counter[str] = field(default_factory=Counter)
    pictures_missing: tuple[str, ...] = ()


def convert(content: str, surroundings: Surroundings = NOTHING_KNOWN) -> Converted:
    """The blocks of a text. Nothing that readers could read is lost, nothing they could not becomes readable."""
    prepared = prepare(content, surroundings.reusable)
    root = parse(prepared.markup)
    prepared.marks.place(root)
    body = Walk(paragraphed(root, by_lines=not prepared.has_blocks), prepared.marks, surroundings).whole()
    return Converted(
        body.blocks,
        prepared.blocks,
        prepared.shortcodes,
        body.not_brought,
        tuple(body.pictures_missing),
    )
