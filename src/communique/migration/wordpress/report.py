"""The report of an import: a title, tables, and how both are written for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

_WIDEST = 72


@dataclass(frozen=True, slots=True)
class Section:
    """One table of the report."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]] = field(default_factory=list)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """All of it."""

    title: str
    base: str
    sections: tuple[Section, ...]
    counts: Mapping[str, int]

    def as_json(self) -> str:
        """For programs."""
        told = {
            "title": self.title,
            "base": self.base,
            "counts": dict(self.counts),
            "sections": {
                section.title: [dict(zip(section.columns, row, strict=True)) for row in section.rows]
                for section in self.sections
            },
        }
        return json.dumps(told, ensure_ascii=False, indent=1, default=str)

    def as_text(self, *, longest: int = 12) -> str:
        """For a terminal: the beginning of every table."""
        lines: list[str] = []
        for section in self.sections:
            if not section.rows:
                continue
            lines += ["", section.title]
            lines += _table(section.columns, section.rows[:longest])
            if len(section.rows) > longest:
                lines.append(f"  … and {len(section.rows) - longest} more, in the report")
        return "\n".join(lines).strip("\n")

    def as_html(self) -> str:
        """One page, to be printed or kept."""
        body = "".join(_section(section) for section in self.sections)
        return (
            f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="robots" content="noindex">'
            f"<title>{escape(self.title)}</title><style>{_STYLE}</style></head><body><h1>{escape(self.title)}</h1>"
            f"<p>{escape(self.base)}</p>{body}</body></html>\n"
        )


def _table(columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> list[str]:
    """Columns under their heads; numbers stand to the right."""
    cells = [list(columns), *([_short(cell) for cell in row] for row in rows)]
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
    text = " ".join(str(cell).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _section(section: Section) -> str:
    if not section.rows:
        return ""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in section.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in section.rows)
    note = f"<p>{escape(section.note)}</p>" if section.note else ""
    return (
        f"<section><h2>{escape(section.title)}</h2>{note}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{text-align:start;vertical-align:top;"
    "padding:.3rem .6rem;border-bottom:1px solid #ddd;overflow-wrap:anywhere}th{font-weight:600}h2{margin-top:2rem}"
    "@media print{body{margin:0;font-size:11px}section{break-inside:avoid-page}}"
)
