"""Findings: what a plan tells of an export, table by table, for the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from communique.text.shortcode_names import CAPTIONS, CODE, EMBEDS, is_layout

from .plan import Plan
from .report import Report, Section
from .uploads import PICTURE, Uploads, name_in

_CORE_BROUGHT = frozenset(
    {
        *("paragraph", "heading", "list", "list-item", "quote", "pullquote", "verse", "preformatted", "code", "table"),
        *("separator", "spacer", "details", "footnotes", "image", "gallery", "cover", "media-text", "embed", "columns"),
        *("column", "group", "row", "stack", "buttons", "button", "html", "freeform", "shortcode", "block", "more"),
        *("nextpage", "file"),
    }
)
_MOST_ROWS = 2000


def of_plan(plan: Plan, *, uploads: Path | None = None, done: Sequence[Section] = ()) -> Report:
    """What the plan says; after an import, what was done comes first."""
    site = plan.site
    counts: dict[str, int] = dict(plan.rows("SELECT state, COUNT(*) FROM post GROUP BY state"))
    sections = (
        *done,
        _found(plan),
        _hidden(plan),
        _kept(plan),
        _left_out(plan),
        _comments(plan),
        _elements(plan, "shortcode", "Shortcodes", lambda name: f"[{name}]", _shortcode_fate),
        _elements(plan, "block", "Blocks", str, _block_fate),
        _counted(
            plan, "builder", "Pages made with a page builder", "their words are brought, their layout is to be redone"
        ),
        _files(plan, uploads),
        _counted(
            plan, "picture host", "Pictures in texts, by host", "shown only if their files are given with --uploads"
        ),
        _taxonomies(plan),
        _time_and_addresses(plan),
        _people(plan),
        Section("Faults of the file that were mended", ("fault", "number"), list(plan.told("mended", {}).items())),
        _links(plan),
        _problems(plan),
    )
    return Report(f"Import of {site.title or site.base}", site.base, sections, counts)


def _found(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, SUM(state = 'live'), SUM(state IN ('draft', 'scheduled')), SUM(state = 'staff'),"
        " SUM(state = 'kept'), SUM(state IN ('left out', 'attached')), COUNT(*) FROM post"
        " GROUP BY kind ORDER BY 2 DESC, 7 DESC, 1"
    )
    columns = ("kind", "public", "drafts", "staff only", "kept for editors", "left out", "in all")
    return Section("What was found", columns, rows)


def _hidden(plan: Plan) -> Section:
    rows = plan.rows("SELECT kind, id, title, reason FROM post WHERE listed ORDER BY kind, place")
    return Section("What will not be public, and why", ("kind", "number", "title", "why"), rows)


def _kept(plan: Plan) -> Section:
    rows = plan.rows("SELECT kind, COUNT(*) FROM post WHERE state = 'kept' GROUP BY 1 ORDER BY 2 DESC, 1")
    note = "There is nothing here yet that it could become: editors can look it up, readers never see it."
    return Section("Not brought yet, and kept for editors", ("kind", "number"), rows, note)


def _left_out(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, status, reason, COUNT(*) FROM post WHERE state = 'left out' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1"
    )
    return Section("What is left out", ("kind", "status", "why", "number"), rows)


def _comments(plan: Plan) -> Section:
    rows = [(name, number, "not brought yet") for name, number, _ in plan.counted("comment")]
    note = "Nothing of readers' comments is kept: no names, no e-mail addresses, no network addresses."
    return Section("Comments", ("state", "number", "what becomes of them"), rows, note)


def _elements(plan: Plan, kind: str, title: str, shown: Callable[[str], str], fate: Callable[[str], str]) -> Section:
    rows = [
        (shown(name), number, fate(name), _examples(plan, examples)) for name, number, examples in plan.counted(kind)
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
    rows = [(name, number, _examples(plan, examples)) for name, number, examples in plan.counted(kind)]
    return Section(title, ("name", "number", "examples"), rows, note)


def _examples(plan: Plan, numbers: Sequence[int]) -> str:
    """Some posts by title and number."""
    marks = ", ".join("?" * len(numbers))
    titles = dict(plan.rows(f"SELECT id, title FROM post WHERE id IN ({marks})", numbers))
    return "; ".join(f"{titles.get(number) or 'untitled'} ({number})" for number in numbers)


def _files(plan: Plan, folder: Path | None) -> Section:
    """The files of the media library, and whether they are among the uploads."""
    uploads = Uploads(folder) if folder else None
    tally = {"found": 0, "missing": 0, "no pictures: not brought yet": 0}
    missing: list[str] = []
    for file, address in plan.rows("SELECT file, address FROM post WHERE state = 'attached' ORDER BY place"):
        name = file or name_in(address) or address
        if not PICTURE.search(name):
            tally["no pictures: not brought yet"] += 1
        elif uploads is not None and uploads.file(name):
            tally["found"] += 1
        else:
            tally["missing"] += 1
            missing.append(name)
    rows: list[tuple[Any, ...]] = [(what, number, "") for what, number in tally.items() if number]
    if uploads is not None:
        rows += [("missing", 1, name) for name in missing[:_MOST_ROWS]]
    note = "" if uploads is not None else "No folder of uploads was given (--uploads), so no picture can be shown."
    return Section("Files of the media library", ("what", "number", "name"), rows, note)


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
    return Section("People", ("name", "what becomes of them"), rows, "E-mail addresses are kept, and never shown.")


def _links(plan: Plan) -> Section:
    rows = [
        (number, title, path, why)
        for number, title, path, why in plan.rows(
            "SELECT link.post, post.title, link.path, link.why FROM link JOIN post ON post.id = link.post"
            " WHERE link.why != '' ORDER BY link.post, link.path LIMIT ?",
            (_MOST_ROWS,),
        )
    ]
    return Section("Links within the site that lead nowhere", ("number", "title", "link", "why"), rows)


def _problems(plan: Plan) -> Section:
    titles = dict(plan.rows("SELECT id, title FROM post"))
    rows = [(number or "", titles.get(number, ""), said) for _, number, said in plan.problems()]
    return Section("To be looked at", ("number", "title", "what"), rows)
