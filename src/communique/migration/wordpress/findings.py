"""Findings: what a plan tells of an export, table by table, for the report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from communique.text.sentences import Sentence, from_kept, sentence
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
        _elements(plan, "shortcode", sentence("Shortcodes"), lambda name: f"[{name}]", _shortcode_fate),
        _elements(plan, "block", sentence("Blocks"), str, _block_fate),
        _counted(
            plan,
            "builder",
            sentence("Pages made with a page builder"),
            sentence("their words are brought, their layout is to be redone"),
        ),
        _files(plan, uploads),
        _counted(
            plan,
            "picture host",
            sentence("Pictures in texts, by host"),
            sentence("shown only if their files are given with --uploads"),
        ),
        _taxonomies(plan),
        _time_and_addresses(plan),
        _people(plan),
        _mended(plan),
        _links(plan),
        _problems(plan),
    )
    return Report(sentence("Import of {site}", site=site.title or site.base), site.base, sections, counts)


_KIND, _NUMBER, _TITLE, _WHY = sentence("kind"), sentence("number"), sentence("title"), sentence("why")
_NAME, _BECOMES, _EXAMPLES = sentence("name"), sentence("what becomes of them"), sentence("examples")
_WHAT = sentence("what")


def _mended(plan: Plan) -> Section:
    rows: list[tuple[Any, ...]] = [(from_kept(what), number) for what, number in plan.told("mended", {}).items()]
    return Section(sentence("Faults of the file that were mended"), (sentence("fault"), _NUMBER), rows)


def _found(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, SUM(state = 'live'), SUM(state IN ('draft', 'scheduled')), SUM(state = 'staff'),"
        " SUM(state = 'kept'), SUM(state IN ('left out', 'attached')), COUNT(*) FROM post"
        " GROUP BY kind ORDER BY 2 DESC, 7 DESC, 1"
    )
    columns = (
        _KIND,
        sentence("public"),
        sentence("drafts"),
        sentence("staff only"),
        sentence("kept for editors"),
        sentence("left out"),
        sentence("in all"),
    )
    return Section(sentence("What was found"), columns, rows)


def _hidden(plan: Plan) -> Section:
    rows = plan.rows("SELECT kind, id, title, reason FROM post WHERE listed ORDER BY kind, place")
    told = [(*row[:-1], from_kept(row[-1])) for row in rows]
    return Section(sentence("What will not be public, and why"), (_KIND, _NUMBER, _TITLE, _WHY), told)


def _kept(plan: Plan) -> Section:
    rows = plan.rows("SELECT kind, COUNT(*) FROM post WHERE state = 'kept' GROUP BY 1 ORDER BY 2 DESC, 1")
    note = sentence("There is nothing here yet that it could become: editors can look it up, readers never see it.")
    return Section(sentence("Not brought yet, and kept for editors"), (_KIND, _NUMBER), rows, note)


def _left_out(plan: Plan) -> Section:
    rows = plan.rows(
        "SELECT kind, status, reason, COUNT(*) FROM post WHERE state = 'left out' GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1"
    )
    told = [(kind, status, from_kept(reason), number) for kind, status, reason, number in rows]
    return Section(sentence("What is left out"), (_KIND, sentence("status"), _WHY, _NUMBER), told)


def _comments(plan: Plan) -> Section:
    rows = [(from_kept(name), number, sentence("not brought yet")) for name, number, _ in plan.counted("comment")]
    note = sentence("Nothing of readers' comments is kept: no names, no e-mail addresses, no network addresses.")
    return Section(sentence("Comments"), (sentence("state"), _NUMBER, _BECOMES), rows, note)


def _elements(
    plan: Plan, kind: str, title: Sentence, shown: Callable[[str], str], fate: Callable[[str], Sentence]
) -> Section:
    rows = [
        (shown(name), number, fate(name), _examples(plan, examples)) for name, number, examples in plan.counted(kind)
    ]
    return Section(title, (_NAME, _NUMBER, _BECOMES, _EXAMPLES), rows)


def _shortcode_fate(name: str) -> Sentence:
    if name in CAPTIONS:
        return sentence("a picture with its caption")
    if name == "gallery":
        return sentence("pictures one after another, where their files are given; otherwise not brought yet")
    if name in EMBEDS:
        return sentence("a link to what is elsewhere")
    if name in CODE:
        return sentence("preformatted text")
    if is_layout(name):
        return sentence("what it encloses is kept, the layout goes")
    return sentence("not brought yet: editors see it, readers what it encloses")


def _block_fate(name: str) -> Sentence:
    family, _, own = name.partition("/")
    if family == "core-embed" or (family == "core" and own in _CORE_BROUGHT):
        return sentence("a block of ours, or its content")
    if family == "core":
        return sentence("not brought yet where WordPress made its content when it was shown")
    return sentence("its text is kept; what the plugin made of it is not brought yet")


def _counted(plan: Plan, kind: str, title: Sentence, note: Sentence) -> Section:
    rows = [(from_kept(name), number, _examples(plan, examples)) for name, number, examples in plan.counted(kind)]
    return Section(title, (_NAME, _NUMBER, _EXAMPLES), rows, note)


def _examples(plan: Plan, numbers: Sequence[int]) -> str:
    """Some posts by title and number."""
    marks = ", ".join("?" * len(numbers))
    titles = dict(plan.rows(f"SELECT id, title FROM post WHERE id IN ({marks})", numbers))
    return "; ".join(f"{titles.get(number) or '–'} ({number})" for number in numbers)


def _files(plan: Plan, folder: Path | None) -> Section:
    """The files of the media library, and whether they are among the uploads."""
    uploads = Uploads(folder) if folder else None
    tally = {_FOUND: 0, _MISSING: 0, _NO_PICTURES: 0}
    missing: list[str] = []
    for file, address in plan.rows("SELECT file, address FROM post WHERE state = 'attached' ORDER BY place"):
        name = file or name_in(address) or address
        if not PICTURE.search(name):
            tally[_NO_PICTURES] += 1
        elif uploads is not None and uploads.file(name):
            tally[_FOUND] += 1
        else:
            tally[_MISSING] += 1
            missing.append(name)
    rows: list[tuple[Any, ...]] = [(what, number, "") for what, number in tally.items() if number]
    if uploads is not None:
        rows += [(_MISSING, 1, name) for name in missing[:_MOST_ROWS]]
    note = None
    if uploads is None:
        note = sentence("No folder of uploads was given (--uploads), so no picture can be shown.")
    return Section(sentence("Files of the media library"), (_WHAT, _NUMBER, _NAME), rows, note)


_FOUND, _MISSING = sentence("found"), sentence("missing")
_NO_PICTURES = sentence("no pictures: not brought yet")


def _taxonomies(plan: Plan) -> Section:
    rows: list[tuple[Any, ...]] = [
        (taxonomy, number, sentence("topics"))
        for taxonomy, number in plan.rows(
            "SELECT taxonomy, COUNT(*) FROM term_used WHERE taxonomy IN ('category', 'post_tag') GROUP BY 1 ORDER BY 1"
        )
    ]
    rows += [(name, number, sentence("ignored")) for name, number in plan.told("taxonomies left out", {}).items()]
    return Section(sentence("Terms"), (sentence("taxonomy"), _NUMBER, _BECOMES), rows)


def _time_and_addresses(plan: Plan) -> Section:
    zones = plan.told("zones", [])
    zone: Any = zones[0] if zones else "UTC"
    if len(zones) > 1:
        others = f"{', '.join(zones[1:6])}{' …' if len(zones) > 6 else ''}"
        zone = sentence("{zone} (or {others})", zone=zones[0], others=others)
    rows: list[tuple[Any, ...]] = [
        (sentence("time zone"), zone),
        (sentence("former site"), plan.site.base),
        (sentence("its own hosts"), ", ".join(plan.told("hosts", []))),
    ]
    rows += [(sentence("permalinks"), f"{pattern} × {number}") for pattern, number in plan.told("permalinks", [])]
    return Section(sentence("Time and addresses"), (_WHAT, sentence("assumed")), rows)


def _people(plan: Plan) -> Section:
    known = plan.told("people", {})
    rows = [(person["name"], sentence("an author; no account is made")) for person in known.values()]
    note = sentence("E-mail addresses are kept, and never shown.")
    return Section(sentence("People"), (_NAME, _BECOMES), rows, note)


def _links(plan: Plan) -> Section:
    rows = [
        (number, title, path, from_kept(why))
        for number, title, path, why in plan.rows(
            "SELECT link.post, post.title, link.path, link.why FROM link JOIN post ON post.id = link.post"
            " WHERE link.why != '' ORDER BY link.post, link.path LIMIT ?",
            (_MOST_ROWS,),
        )
    ]
    return Section(sentence("Links within the site that lead nowhere"), (_NUMBER, _TITLE, sentence("link"), _WHY), rows)


def _problems(plan: Plan) -> Section:
    titles = dict(plan.rows("SELECT id, title FROM post"))
    rows = [(number or "", titles.get(number, ""), said) for _, number, said in plan.problems()]
    return Section(sentence("To be looked at"), (_NUMBER, _TITLE, _WHAT), rows)
