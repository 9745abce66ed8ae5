"""The report of an import: what was found, what becomes of it, and why; for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from communique.text.shortcode_names import CAPTIONS, CODE, EMBEDS, is_layout

from .plan import Plan

_CORE_BROUGHT = frozenset(
    {
        *("paragraph", "heading", "list", "list-item", "quote", "pullquote", "verse", "preformatted", "code", "table"),
        *("separator", "spacer", "details", "footnotes", "image", "gallery", "cover", "media-text", "embed", "columns"),
        *("column", "group", "row", "stack", "buttons", "button", "html", "freeform", "shortcode", "block", "more"),
        *("nextpage", "file"),
    }
)


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
            lines += _table(section.rows[:longest])
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


def of_plan(plan: Plan, *, done: Sequence[Section] = ()) -> Report:
    """What the plan says; after an import, what was done comes first."""
    site = plan.site
    counts: dict[str, int] = dict(plan.rows("SELECT state, COUNT(*) FROM post GROUP BY state"))
    sections = (
        *done,
        _found(plan),
        _hidden(plan),
        _left_out(plan),
        _elements(plan, "shortcode", "Shortcodes", lambda name: f"[{name}]", _shortcode_fate),
        _elements(plan, "block", "Blocks", str, _block_fate),
        _counted(
            plan, "builder", "Pages made with a page builder", "their words are brought, their layout is to be redone"
        ),
        _counted(
            plan, "picture host", "Pictures in texts, by host", "shown only if their files are given with --uploads"
        ),
        _taxonomies(plan),
        _time_and_addresses(plan),
        _people(plan),
        _mended(plan),
        _problems(plan),
    )
    return Report(f"Import of {site.title or site.base}", site.base, sections, counts)


def _found(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, SUM(state = 'live'), SUM(state IN ('draft', 'scheduled')), SUM(state = 'staff'),"
        " SUM(state IN ('left out', 'attached')), COUNT(*) FROM post GROUP BY kind ORDER BY 2 DESC, 6 DESC, 1"
    )
    return Section("What was found", ("kind", "public", "drafts", "staff only", "left out", "in all"), rows)


def _hidden(plan: Plan) -> Section:
    rows = plan.rows("SELECT kind, id, title, reason FROM post WHERE listed ORDER BY kind, place")
    return Section("What will not be public, and why", ("kind", "number", "title", "why"), rows)


def _left_out(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, status, reason, COUNT(*) FROM post WHERE state = 'left out' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1"
    )
    return Section("What is not brought", ("kind", "status", "why", "number"), rows)


def _elements(plan: Plan, kind: str, title: str, shown: Any, fate: Any) -> Section:
    rows = [
        (shown(name), number, fate(name), ", ".join(map(str, examples)))
        for name, number, examples in plan.counted(kind)
    ]
    return Section(title, ("name", "number", "what becomes of them", "examples"), rows)


def _shortcode_fate(name: str) -> str:
    if name in CAPTIONS:
        return "a picture with its caption"
    if name == "gallery":
        return "pictures one after another, where their files are given; otherwise not brought yet"
    if name in EMBEDS:
        return "a link to what is elsewhere"
    if name in CODE:
        return "preformatted text"
    if is_layout(name):
        return "what it encloses is kept, the layout goes"
    return "not brought yet: editors see it, readers what it encloses"


def _block_fate(name: str) -> str:
    family, _, own = name.partition("/")
    if family == "core-embed" or (family == "core" and own in _CORE_BROUGHT):
        return "a block of ours, or its content"
    if family == "core":
        return "not brought yet where WordPress made its content when it was shown"
    return "its text is kept; what the plugin made of it is not brought yet"


def _counted(plan: Plan, kind: str, title: str, note: str) -> Section:
    rows = [(name, number, ", ".join(map(str, examples))) for name, number, examples in plan.counted(kind)]
    return Section(title, ("name", "number", "examples"), rows, note)


def _taxonomies(plan: Plan) -> Section:
    rows: list[tuple[Any, ...]] = [
        (taxonomy, number, "topics")
        for taxonomy, number in plan.rows(
            "SELECT taxonomy, COUNT(*) FROM term_used WHERE taxonomy IN ('category', 'post_tag') GROUP BY 1 ORDER BY 1"
        )
    ]
    rows += [(name, number, "ignored") for name, number in plan.told("taxonomies left out", {}).items()]
    return Section("Terms", ("taxonomy", "number", "what becomes of them"), rows)


def _time_and_addresses(plan: Plan) -> Section:
    zones = plan.told("zones", [])
    more = f" (or {', '.join(zones[1:6])}{' …' if len(zones) > 6 else ''})" if len(zones) > 1 else ""
    rows: list[tuple[Any, ...]] = [
        ("time zone", f"{zones[0]}{more}" if zones else "UTC"),
        ("former site", plan.site.base),
        ("its own hosts", ", ".join(plan.told("hosts", []))),
    ]
    rows += [("permalinks", f"{pattern} × {number}") for pattern, number in plan.told("permalinks", [])]
    return Section("Time and addresses", ("what", "assumed"), rows)


def _people(plan: Plan) -> Section:
    known = plan.told("people", {})
    rows = [(person["name"], "an author; no account is made") for person in known.values()]
    comments = "readers' comments, e-mail and network addresses are not brought"
    return Section("People", ("name", "what becomes of them"), rows, comments)


def _mended(plan: Plan) -> Section:
    return Section("Faults of the file that were mended", ("fault", "number"), list(plan.told("mended", {}).items()))


def _problems(plan: Plan) -> Section:
    titles = dict(plan.rows("SELECT id, title FROM post"))
    rows = [(number or "", titles.get(number, ""), said) for _, number, said in plan.problems()]
    return Section("To be looked at", ("number", "title", "what"), rows)


def _table(rows: Sequence[tuple[Any, ...]]) -> list[str]:
    cells = [[_short(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(cells[0]))]
    return [
        "  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in cells
    ]


def _short(cell: Any) -> str:
    text = " ".join(str(cell).split())
    return text if len(text) <= 72 else text[:71] + "…"


def _section(section: Section) -> str:
    if not section.rows:
        return ""
    head = "".join(f"<th>{escape(column)}</th>" for column in section.columns)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(str(cell))}</td>' for cell in row)}</tr>" for row in section.rows)
    note = f"<p>{escape(section.note)}</p>" if section.note else ""
    return (
        f"<section><h2>{escape(section.title)}</h2>{note}"
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></section>"
    )


_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b}"
    "table{border-collapse:collapse;width:100%;margin-bottom:2rem}th,td{text-align:start;vertical-align:top;"
    "padding:.3rem .6rem;border-bottom:1px solid #ddd}th{font-weight:600}h2{margin-top:2rem}"
    "@media print{body{margin:0;font-size:11px}section{break-inside:avoid-page}}"
)
