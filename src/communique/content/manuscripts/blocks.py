"""Passages as blocks of a body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from communique.content import footnotes
from communique.text import sanitise
from communique.text.plain import text_of

from .passages import MARKED, Passage

TOGETHER = 8
"""So many paragraphs at most stand in one block: enough to write on, few enough to move about."""
LEVELS = (2, 3, 4)

Raw = dict[str, Any]
Place = Callable[[Mapping[str, str]], int | None]
"""Puts a picture into the library and tells its number; None if it can't."""


@dataclass
class Body:
    """Blocks as a body stores them, what was counted, and how many pictures could not be taken over."""

    blocks: list[Raw] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    left_out: int = 0


def body(found: Iterable[Passage], place: Place = lambda _: None) -> Body:
    """Blocks for passages, in order. Levels of headings become ours, without leaving one out."""
    passages = list(found)
    levels = sorted({passage.level for passage in passages if passage.kind == "heading"})
    made = Body()
    for passage in passages:
        made.counts[passage.kind] += 1
        made.counts["note"] += len(passage.notes)
        if passage.kind == "heading":
            level = LEVELS[min(levels.index(passage.level), len(LEVELS) - 1)]
            words = _words(MARKED.sub("", passage.text))[:300]
            made.blocks.append(_block("heading", {"text": words, "level": level, "anchor": ""}))
            if passage.notes:  # a heading has no place for them
                _paragraph(made.blocks, f"<p>{''.join(_mark(*note) for note in passage.notes.items())}</p>")
        elif passage.kind == "paragraph":
            _paragraph(made.blocks, _rich(passage, passage.text))
        elif passage.kind == "picture":
            _picture(made, passage, place)
        elif passage.kind == "table":
            made.blocks.append(_block("table", _table(passage)))
        elif passage.kind == "quote":
            made.blocks.append(_block("quote", {"text": _rich(passage, passage.text), "attribution": ""}))
        elif passage.kind == "preformatted":
            made.blocks.append(_block("preformatted", {"text": passage.text, "language": ""}))
        elif passage.kind == "separator":
            made.blocks.append(_block("separator", None))
        else:
            made.blocks.append(_block("list", _rich(passage, passage.text)))
    return made


def _block(kind: str, value: Any) -> Raw:
    return {"type": kind, "value": value, "id": str(uuid4())}


def _paragraph(blocks: list[Raw], rich: str) -> None:
    last = blocks[-1] if blocks and blocks[-1]["type"] == "paragraph" else None
    if last is not None and last["value"].count("<p>") < TOGETHER:
        last["value"] += rich
    else:
        blocks.append(_block("paragraph", rich))


def _picture(made: Body, passage: Passage, place: Place) -> None:
    number = place(passage.attributes)
    if number is None:
        made.left_out += 1
        return
    told = {"picture": number, "alt": "", "decorative": False, "caption": "", "credit": "", "source": ""}
    made.blocks.append(_block("figure", told))


def _table(passage: Passage) -> dict[str, Any]:
    rows = list(passage.rows)
    heads = [_words(cell) for cell in rows.pop(0)] if passage.headed else [""] * len(rows[0])
    return {
        "columns": [{"type": "text", "heading": head} for head in heads],
        "rows": [{"values": [_rich(passage, f"<p>{cell}</p>") for cell in row]} for row in rows],
        "caption": "",
    }


def _rich(passage: Passage, markup: str) -> str:
    """Rich text as it is stored, footnotes and all."""
    return MARKED.sub(lambda found: _mark(found[1], passage.notes[found[1]]), sanitise.rich_text(markup))


def _mark(name: str, text: str) -> str:
    return footnotes.mark(footnotes.Note(f"{name}", footnotes.written(text)))


def _words(rich: str) -> str:
    return text_of(MARKED.sub("", rich))
