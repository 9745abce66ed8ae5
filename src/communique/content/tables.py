"""Tables in print: headings with their scope, names of rows, numbers in columns, a region one can scroll by keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from communique.publishing.words import Say
from communique.text.plain import text_of

NAME = "name"
"""The kind of column whose cells say what their row is about."""

# Digits of any script with what stands around them: signs, separators, units of one sign, a dash for nothing.
_NUMBER = re.compile(r"(?:[+\-−–±<>≈~]?\s?[$€£₽₨]?\s?\d[\d\s.,٫٬'’/:×–-]*\s?[%‰٪°$€£₽₨]?|[-–—…])")


def without_heading(value: Mapping[str, Any]) -> list[int]:
    """The columns (from 0) without a heading. Below an empty corner stand the names of the rows; that needs none."""
    headed = [bool((column.get("heading") or "").strip()) for column in value["columns"]]
    named = [column["type"] == NAME for column in value["columns"]]
    corner = [any(headed), *(False for _ in headed[1:])]
    return [place for place, has in enumerate(headed) if not (has or named[place] or corner[place])]


@dataclass
class Tables:
    """The tables of one page, each in a region with a name of its own."""

    say: Say
    cell: Callable[[Any], str]
    _labels: set[str] = field(default_factory=set)
    _count: int = 0

    def printed(self, value: Mapping[str, Any]) -> str:
        """A table as it is stored, set."""
        columns = value["columns"]
        rows = [[self.cell(one) for one in row["values"]] for row in value["rows"]]
        caption = value.get("caption") or ""
        kinds = [_kind(column, [row[place] for row in rows]) for place, column in enumerate(columns)]
        if kinds and any(column.get("heading") for column in columns) and not columns[0].get("heading"):
            kinds[0] = NAME  # below an empty corner
        table = "".join(
            (
                f"<caption>{escape(caption, quote=False)}</caption>" if caption else "",
                _head([column.get("heading") or "" for column in columns], kinds),
                f"<tbody>{''.join(_row(row, kinds) for row in rows)}</tbody>",
            )
        )
        label = escape(self._label(caption))
        return f'<div class="table" role="region" aria-label="{label}" tabindex="0"><table>{table}</table></div>'

    def _label(self, caption: str) -> str:
        self._count += 1
        numbered = self.say("Table {number}", number=self._count)
        label = caption or numbered
        if label in self._labels:
            label = f"{numbered}: {caption}" if caption else numbered
        self._labels.add(label)
        return label


def _kind(column: Mapping[str, Any], cells: Sequence[str]) -> str:
    if column["type"] == NAME:
        return NAME
    told = [text for text in map(text_of, cells) if text]
    is_number = any(any(sign.isdigit() for sign in text) for text in told) and all(map(_NUMBER.fullmatch, told))
    return "number" if is_number else "text"


def _head(headings: Sequence[str], kinds: Sequence[str]) -> str:
    if not any(headings):
        return ""
    cells = "".join(
        f'<th scope="col"{_class(kind)}>{escape(heading, quote=False)}</th>' if heading else "<td></td>"
        for heading, kind in zip(headings, kinds, strict=True)
    )
    return f"<thead><tr>{cells}</tr></thead>"


def _row(cells: Sequence[str], kinds: Sequence[str]) -> str:
    return f"<tr>{''.join(_cell(cell, kind) for cell, kind in zip(cells, kinds, strict=True))}</tr>"


def _cell(cell: str, kind: str) -> str:
    if kind == NAME:
        return f'<th scope="row">{cell}</th>'
    if kind == "number":
        return f'<td class="number"><bdi dir="ltr">{cell}</bdi></td>'
    return f"<td>{cell}</td>"


def _class(kind: str) -> str:
    return ' class="number"' if kind == "number" else ""
