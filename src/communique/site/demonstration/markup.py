"""From the lines of a manuscript to the blocks of a body.

Paragraphs are parted by empty lines. `##` opens a heading, `-` and `1.` a list, `>` a quote (its last line may name
the speaker after a dash), `>>` a pull quote, `|` a table (with `=` below a column of names), `:::aside`, `:::details`
and `:::chart` a box closed by `:::`, `![…]` a figure, `***` a separator, `@document` the document of its language.
`[^name]:` says what the footnote of that name is.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from communique.content import anchors as anchored
from communique.content import tables
from communique.text import headings
from communique.text.charts import drawing

from .inline import Link, Notes, StrayMark, rich
from .manuscripts import Manuscript

Block = dict[str, Any]

NAMESPACE = uuid.UUID("6f1c1d0a-5a0e-5d0c-9a57-0d3b8f6f2b11")
HEADING = re.compile(r"(#{2,4}) (\S.*)")
BOX = re.compile(r":::(aside|details) (\S.*)")
CHART = re.compile(r":::chart ([a-z]+) (\S.*)")
SAID = re.compile(r"(unit|summary|source|caption|credit): (\S.*)")
NOTE = re.compile(r"\[\^([a-z0-9-]+)\]: (\S.*)")
FIGURE = re.compile(r'!\[(?P<alt>[^\]]*)\]\((?P<picture>[a-z0-9-]+)(?: "(?P<caption>[^"]+)")?\)')
ORDERED = re.compile(r"[0-9۰-۹٠-٩]+\. ")
CAPTION = re.compile(r"\|: (\S.*)")


@dataclass(frozen=True)
class References:
    """What a text points to: pages by language and name, pictures by name, the one document there is."""

    page: Link
    picture: Callable[[str], int]
    document: int
    notes: Notes = field(default_factory=dict)

    def rich(self, text: str) -> str:
        """The HTML of one line. Raises StrayMark."""
        return rich(text, self.page, self.notes)


@dataclass(frozen=True)
class Group:
    """Lines that stand together, and where the first one is."""

    lines: tuple[str, ...]
    line: int


def block(kind: str, value: Any, name: str) -> Block:
    """A block as it is stored; its id follows from its name, so that it is the same each time."""
    return {"type": kind, "value": value, "id": str(uuid.uuid5(NAMESPACE, name))}


def blocks(manuscript: Manuscript, references: References) -> list[Block]:
    """The body of a manuscript; every block has an id that stays the same from one reading to the next."""
    body: list[Block] = []
    anchors: set[str] = set()
    references = replace(references, notes=_notes(manuscript, references))
    for number, group in enumerate(_groups(manuscript)):
        if NOTE.match(group.lines[0]):
            continue
        try:
            kind, value = _block(manuscript, group, references)
        except (StrayMark, LookupError) as error:
            raise manuscript.fault(f"{error}", group.line) from error
        if kind in anchored.NAMED:
            value["anchor"] = headings.anchor(value[anchored.NAMED[kind]], anchors)
            anchors.add(value["anchor"])
        name = f"{manuscript.language}/{manuscript.name}/{number}"
        body.append(block(kind, value, name))
    return body


def _notes(manuscript: Manuscript, references: References) -> dict[str, str]:
    """What its footnotes say."""
    found: dict[str, str] = {}
    for number, line in enumerate(manuscript.lines, start=manuscript.first_line):
        if told := NOTE.fullmatch(line):
            if told[1] in found:
                raise manuscript.fault(f"[^{told[1]}] is said twice.", number)
            found[told[1]] = references.rich(told[2])
    return found


def _groups(manuscript: Manuscript) -> Iterator[Group]:
    gathered: list[str] = []
    box = 0
    for number, line in enumerate((*manuscript.lines, ""), start=manuscript.first_line):
        if line.startswith(":::") and line != ":::":
            box = number
        if line.strip() or box:
            gathered.append(line.rstrip())
        elif gathered:
            yield Group(tuple(gathered), number - len(gathered))
            gathered = []
        if line == ":::":
            box = 0
    if box:
        raise manuscript.fault("this box is not closed with a line ':::'.", box)


def _block(manuscript: Manuscript, group: Group, references: References) -> tuple[str, Any]:
    first = group.lines[0]
    if first.startswith("#"):
        return "heading", _heading(manuscript, group)
    if first.startswith(("- ", "1. ", "۱. ", "١. ")):
        return "list", _list(manuscript, group, references)
    if first.startswith(">>"):
        return "pullquote", _pull(group)
    if first.startswith(">"):
        return "quote", _quote(group, references)
    if first.startswith("|"):
        return "table", _table(manuscript, group, references)
    if first.startswith(":::chart"):
        return "chart", _chart(manuscript, group, references)
    if first.startswith(":::"):
        return _box(manuscript, group, references)
    if first.startswith("!["):
        return "figure", _figure(manuscript, group, references)
    if first == "@document":
        return "document", references.document
    if first == "***":
        return "separator", None
    return "paragraph", f"<p>{references.rich(' '.join(group.lines))}</p>"


def _heading(manuscript: Manuscript, group: Group) -> dict[str, Any]:
    match = HEADING.fullmatch(group.lines[0])
    if not match or len(group.lines) > 1:
        raise manuscript.fault("a heading is one line: two to four #, a space and its words.", group.line)
    return {"text": match[2], "level": len(match[1]), "anchor": ""}


def _list(manuscript: Manuscript, group: Group, references: References) -> str:
    tag = "ul" if group.lines[0].startswith("- ") else "ol"
    points: list[str] = []
    for number, line in enumerate(group.lines, start=group.line):
        mark = re.match(r"- ", line) if tag == "ul" else ORDERED.match(line)
        if not mark:
            raise manuscript.fault("a list goes on with its own mark; put an empty line after it.", number)
        points.append(f"<li>{references.rich(line[mark.end() :])}</li>")
    return f"<{tag}>{''.join(points)}</{tag}>"


def _quote(group: Group, references: References) -> dict[str, Any]:
    lines = [line.removeprefix(">").strip() for line in group.lines]
    attribution = lines.pop().removeprefix("— ") if lines[-1].startswith("— ") else ""
    return {"text": f"<p>{references.rich(' '.join(lines))}</p>", "attribution": attribution}


def _pull(group: Group) -> dict[str, str]:
    lines = [line.removeprefix(">>").strip() for line in group.lines]
    attribution = lines.pop().removeprefix("— ") if lines[-1].startswith("— ") else ""
    return {"text": " ".join(lines), "attribution": attribution}


def _chart(manuscript: Manuscript, group: Group, references: References) -> dict[str, Any]:
    opened = CHART.fullmatch(group.lines[0])
    if not opened or group.lines[-1] != ":::" or "---" not in group.lines or opened[1] not in drawing.KINDS:
        kinds = ", ".join(drawing.KINDS)
        said = f"a chart opens with ':::chart kind Title' (of {kinds}), has '---' before its data, and ends with ':::'."
        raise manuscript.fault(said, group.line)
    line = group.lines.index("---")
    value = {"title": opened[2], "kind": opened[1], "data": "\n".join(group.lines[line + 1 : -1])}
    value |= dict.fromkeys(("unit", "summary", "caption", "source", "credit", "anchor"), "")
    for number, said in enumerate(group.lines[1:line], start=group.line + 1):
        told = SAID.fullmatch(said)
        if not told:
            raise manuscript.fault("of a chart are said: unit, summary, source, caption, credit.", number)
        value[told[1]] = references.rich(told[2]) if told[1] == "caption" else told[2]
    return value


def _table(manuscript: Manuscript, group: Group, references: References) -> dict[str, Any]:
    lines = list(group.lines)
    caption = CAPTION.fullmatch(lines[-1])
    if caption:
        lines.pop()
    if len(lines) < 3 or set(lines[1]) - set("|-:= "):
        raise manuscript.fault("a table has a row of heads, a rule |---|---| and rows below it.", group.line)
    heads, rule, *rows = [
        [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")] for line in lines
    ]
    for number, row in enumerate(rows, start=group.line + 2):
        if len(row) != len(heads):
            raise manuscript.fault(f"this row has {len(row)} cells; its table has {len(heads)} columns.", number)
    return {
        "columns": [
            {"type": tables.NAME if "=" in kind else "text", "heading": head}
            for head, kind in zip(heads, rule, strict=False)
        ],
        "rows": [{"values": [f"<p>{references.rich(cell)}</p>" for cell in row]} for row in rows],
        "caption": caption[1] if caption else "",
    }


def _box(manuscript: Manuscript, group: Group, references: References) -> tuple[str, dict[str, Any]]:
    match = BOX.fullmatch(group.lines[0])
    if not match or group.lines[-1] != ":::":
        raise manuscript.fault(
            "a box opens with ':::aside Title' or ':::details Title' and ends with ':::'.", group.line
        )
    inside = Manuscript(manuscript.path, {}, group.lines[1:-1], group.line + 1)
    text = "".join(_inner(inside, part, references) for part in _groups(inside))
    return match[1], {"title" if match[1] == "aside" else "summary": match[2], "text": text}


def _inner(manuscript: Manuscript, group: Group, references: References) -> str:
    kind, value = _block(manuscript, group, references)
    if kind not in {"paragraph", "list"}:
        raise manuscript.fault("a box holds paragraphs and lists only.", group.line)
    return str(value)


def _figure(manuscript: Manuscript, group: Group, references: References) -> dict[str, Any]:
    match = FIGURE.fullmatch(group.lines[0])
    if not match or len(group.lines) > 1:
        raise manuscript.fault('a figure is one line: ![what it shows](picture "caption").', group.line)
    return {
        "picture": references.picture(match["picture"]),
        "alt": match["alt"],
        "decorative": not match["alt"],
        "caption": references.rich(match["caption"] or ""),
        "credit": "",
        "source": "",
    }


def words(body: Sequence[Block]) -> int:
    """How many words a reader is given."""
    return len(re.findall(r"\w+", re.sub(r"<[^>]+>", " ", " ".join(_texts(body)))))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in {"id", "type", "anchor", "picture", "kind", "data"}:
                yield from _texts(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _texts(inner)
