"""The report of an import: a title, tables, and how both are written for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from communique.text.sentences import Sentence, from_kept

_WIDEST = 72


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the report."""

    title: Sentence
    columns: tuple[Sentence, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """All of it."""

    title: Sentence
    base: str
    sections: tuple[Section, ...]
    counts: Mapping[str, int]

    def as_json(self) -> str:
        """For programs."""
        told = {
            "title": self.title.english,
            "base": self.base,
            "counts": dict(self.counts),
            "sections": {
                section.title.english: [
                    dict(zip(map(_english, section.columns), map(_english, row), strict=True)) for row in section.rows
                ]
                for section in self.sections
            },
        }
        return json.dumps(told, ensure_ascii=False, indent=1, default=str)

    def kept(self) -> str:
        """For the desk, where each reads it in their own language; `tables` reads it."""
        told = [
            {
                "title": section.title.kept(),
                "note": section.note.kept() if section.note else "",
                "columns": [column.kept() for column in section.columns],
                "rows": [[_kept(cell) for cell in row] for row in section.rows],
            }
            for section in self.sections
            if section.rows
        ]
        return json.dumps(told, ensure_ascii=False, default=str)

    def as_text(self, *, longest: int = 12) -> str:
        """For a terminal: the beginning of every table."""
        lines: list[str] = []
        for section in self.sections:
            if not section.rows:
                continue
            lines += ["", section.title.english]
            lines += _table(section.columns, section.rows[:longest])
            if len(section.rows) > longest:
                lines.append(f"  … and {len(section.rows) - longest} more, in the report")
        return "\n".join(lines).strip("\n")

    def as_html(self) -> str:
        """One page, to be printed or kept."""
        body = "".join(_section(section) for section in self.sections)
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
            f"<title>{escape(self.title.english)}</title><style>{_STYLE}</style></head>"
            f"<body><h1>{escape(self.title.english)}</h1>"
            f"<p>{escape(self.base)}</p>{body}</body></html>\n"
        )


def tables(kept: str) -> list[Section]:
    """The tables of a report as it was kept for the desk."""
    return [
        Section(
            from_kept(told["title"]),
            tuple(map(from_kept, told["columns"])),
            [tuple(_read(cell) for cell in row) for row in told["rows"]],
            from_kept(told["note"]) if told["note"] else None,
        )
        for told in (json.loads(kept) if kept else [])
    ]


def _kept(cell: Any) -> Any:
    return {"said": cell.kept()} if isinstance(cell, Sentence) else cell


def _read(cell: Any) -> Any:
    return from_kept(cell["said"]) if isinstance(cell, dict) else cell


def _english(cell: Any) -> Any:
    return cell.english if isinstance(cell, Sentence) else cell


def _table(columns: Sequence[Sentence], rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """Columns under their heads; numbers stand to the right."""
    cells = [[column.english for column in columns], *([_short(cell) for cell in row] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(columns))]
    right = [all(isinstance(row[place], int) for row in rows) for place in range(len(columns))]
    return [
        "  "
        + "  ".join(
            cell.rjust(width) if numbers else cell.ljust(width)
            for cell, width, numbers in zip(row, widths, right, strict=True)
        ).rstrip()
        for row in cells
    ]


def _short(cell: Any) -> str:
    text = " ".join(str(_english(cell)).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _section(section: Section) -> str:
    if not section.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(column.english)}</th>' for column in section.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{escape(str(_english(cell)))}</td>' for cell in row)}</tr>" for row in section.rows
    )
    note = f"<p>{escape(section.note.english)}</p>" if section.note else ""
    return (
        f"<section><h2>{escape(section.title.english)}</h2>{note}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{text-align:start;vertical-align:top;"
    "padding:.3rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}th{font-weight:600}h2{margin-top:2rem}"
    "@media print{body{margin:0;font-size:11px}section{break-inside:avoid-page}}"
)
