"""Markup of word processors as passages: headings, paragraphs, lists, quotations, tables; in order, whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

from communique.text.plain import text_of

from .inline import UNREAD, Line

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_CONTAINERS = frozenset(
    {
        *("html", "body", "div", "section", "article", "main", "header", "footer", "figure", "center", "details"),
        *("form", "fieldset", "tbody", "dl", "dd", "dt", "address", "aside", "nav", "summary", "o:p", "font"),
    }
)
_LISTED = re.compile(r"mso-list\s*:\s*(?:l\d+\s+)?level(?P<level>\d+)", re.IGNORECASE)
_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})[.)]", re.IGNORECASE)
_NOTES = re.compile(r"mso-element\s*:\s*(?:footnote|endnote)", re.IGNORECASE)
_NOTE_NAME = re.compile(r"_?(?:ftn|edn|ftnt|footnote-|endnote-|fn:?|sdfootnote|sdendnote)\d+(?:sym)?", re.IGNORECASE)
_BACK = re.compile(
    r"#_?(?:ftnref|ednref|ftnt_ref|footnote-ref-|endnote-ref-|fnref:?|sdfootnote|sdendnote)\d+", re.IGNORECASE
)
MARK = ("\ue000", "\ue001")
MARKED = re.compile(f"{MARK[0]}([^{MARK[1]}]*){MARK[1]}")
"""Signs that no text has (Unicode's private use): they pass through all cleaning."""

_BOLD = re.compile(r"<b>[^<]+</b>")
_CONDITIONAL = re.compile(r"<!\[(?:if|endif)[^\]]*\]>|<!--\[if\b.*?<!\[endif\]-->", re.DOTALL | re.IGNORECASE)
_FRAGMENT = re.compile(r"<!--\s*StartFragment\s*-->(.*)<!--\s*EndFragment\s*-->", re.DOTALL)


@dataclass(frozen=True)
class Passage:
    """One passage: its kind, its rich text or words, a heading's level, a table's rows, a picture's element.

    Where it refers to a note, the note's name stands between two marks.
    """

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    headed: bool = False
    attributes: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)


def passages(html: str) -> list[Passage]:
    """What a clipboard or a converter holds."""
    html = _CONDITIONAL.sub("", html)
    fragment = _FRAGMENT.search(html)
    walk = _Walk(LexborHTMLParser(html))  # Word puts notes outside of the fragment
    tree = LexborHTMLParser(fragment[1] if fragment else html)
    if tree.body is not None:
        walk.through(tree.body)
    walk.end_of_line()
    return [replace(one, notes=walk.noted_in(one)) for one in walk.found]


class _Walk:
    def __init__(self, tree: LexborHTMLParser) -> None:
        self.found: list[Passage] = []
        self.notes = dict(_notes(tree))
        self._line = Line(self._note)
        self._open: list[str] = []  # what stands outside of all paragraphs
        self._listed: list[tuple[int, str, str]] = []

    def through(self, parent: LexborNode) -> None:
        """All children, in order."""
        for node in parent.iter(include_text=True):
            if node.is_text_node or (node.is_element_node and not self._is_block(node)):
                self._open.append(node.html or "")
            elif node.is_element_node:
                self._block(node)

    def end_of_line(self) -> None:
        """What stood outside of all paragraphs becomes one; so do Word's list paragraphs become a list."""
        if self._open:
            loose, self._open = "".join(self._open), []
            body = LexborHTMLParser(f"<p>{loose}</p>").css_first("p")
            self._paragraph(body, "paragraph") if body is not None else None
        if self._listed:
            listed, self._listed = self._listed, []
            self.found.append(Passage("list", _nested(listed)))

    def _is_block(self, node: LexborNode) -> bool:
        tag = node.tag or ""
        known = tag in _CONTAINERS or tag in _HEADINGS or tag in UNREAD
        if known or tag in ("p", "ul", "ol", "li", "table", "blockquote", "pre", "hr", "img"):
            return True
        # Google Docs puts everything into one <b>.
        return any(self._is_block(child) for child in node.iter() if child.tag != "img")

    def _block(self, node: LexborNode) -> None:
        tag, style = node.tag or "", (node.attributes or {}).get("style") or ""
        if tag in UNREAD or _NOTES.search(style) or (node.id and _NOTE_NAME.fullmatch(node.id)):
            return
        listed = _LISTED.search(style) if tag == "p" else None
        if listed:
            self._end_of_loose()
            self._listed.append((int(listed["level"]), _bullet(node), self._line.rich(node)))
            self._hand_out_pictures()
            return
        if tag == "p" and not (node.text() or "").strip() and not node.css("img"):
            return
        self.end_of_line()
        if tag in _HEADINGS:
            words = text_of(self._line.rich(node))
            self._add(Passage("heading", words, _HEADINGS[tag], attributes=_told(node)))
        elif tag == "p":
            self._paragraph(
                node, "quote" if "quote" in ((node.attributes or {}).get("class") or "").lower() else "paragraph"
            )
        elif tag in ("ul", "ol"):
            self._list(node)
        elif tag == "table":
            self._table(node)
        elif tag == "blockquote":
            self._quotation(node)
        elif tag == "pre":
            self._add(Passage("preformatted", node.text() or ""))
        elif tag == "hr":
            self.found.append(Passage("separator"))
        elif tag == "img":
            self._line.pictures.append(node)
        else:
            self.through(node)
            self.end_of_line()
        self._hand_out_pictures()

    def _quotation(self, node: LexborNode) -> None:
        """What a quotation holds: its paragraphs are quoted, other things stand between them."""
        begun = len(self.found)
        self.through(node)
        self.end_of_line()
        self.found[begun:] = [
            replace(one, kind="quote") if one.kind == "paragraph" else one for one in self.found[begun:]
        ]

    def _end_of_loose(self) -> None:
        listed, self._listed = self._listed, []
        self.end_of_line()
        self._listed = listed

    def _paragraph(self, node: LexborNode, kind: str) -> None:
        text = self._line.rich(node)
        # Two line breaks are how some end a paragraph.
        parts = [part for part in re.split(r"(?:<br/>\s*){2,}", text) if part.strip()]
        for part in parts:
            self._add(Passage(kind, f"<p>{part}</p>", attributes=_told(node)))
        self._hand_out_pictures()

    def _add(self, passage: Passage) -> None:
        if text_of(passage.text):
            self.found.append(passage)

    def _list(self, node: LexborNode) -> None:
        items = [item for item in node.iter() if item.tag == "li"]
        if items and all(item.id and _NOTE_NAME.fullmatch(item.id) for item in items):
            return  # the notes themselves
        self._add(Passage("list", self._items(node)))

    def _items(self, node: LexborNode) -> str:
        html = ""
        for item in node.iter(include_text=True):
            if item.tag in ("ul", "ol"):  # Word and old browsers put lists straight into lists
                html = html.removesuffix("</li>") + self._items(item) + "</li>" if html else self._items(item)
                continue
            if not item.is_element_node:
                words, nested = escape((item.text_content or "").strip(), quote=False), ""
            else:
                below = [child for child in item.iter() if child.tag in ("ul", "ol")]
                nested = "".join(self._items(child) for child in below)
                words = self._line.rich(_without(item, below))
            if words or nested:
                html += f"<li>{words}{nested}</li>"
        return f"<{node.tag}>{html}</{node.tag}>" if html else ""

    def _table(self, node: LexborNode) -> None:
        rows, headed = [], False
        for at, row in enumerate(_own(node, {"tr"})):
            cells = _own(row, {"td", "th"})
            rows.append(tuple(self._line.rich(cell) for cell in cells))
            heads = (cell.tag == "th" or _BOLD.fullmatch(text) for cell, text in zip(cells, rows[-1], strict=True))
            headed = headed or (at == 0 and bool(cells) and all(heads))
        rows = [row for row in rows if any(row)]
        if len(rows) == 1 and len(rows[0]) == 1:
            self._add(Passage("paragraph", f"<p>{rows[0][0]}</p>"))  # a frame around a paragraph
        elif rows:
            width = max(map(len, rows))
            rows = [(*row, *[""] * (width - len(row))) for row in rows]
            self.found.append(Passage("table", rows=tuple(rows), headed=headed))

    def _hand_out_pictures(self) -> None:
        for picture in self._line.pictures:
            self.found.append(Passage("picture", attributes=_told(picture)))
        self._line.pictures.clear()

    def _note(self, name: str) -> str | None:
        return f"{MARK[0]}{name}{MARK[1]}" if name in self.notes else None

    def noted_in(self, passage: Passage) -> dict[str, str]:
        """The notes that a passage refers to, by name."""
        written = "".join([passage.text, *(cell for row in passage.rows for cell in row)])
        return {name: self.notes[name] for name in MARKED.findall(written)}


def _notes(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The texts of footnotes, by name."""
    for node in tree.css("[id], [name]"):
        names = [name for name in (node.id, (node.attributes or {}).get("name")) if name and _NOTE_NAME.fullmatch(name)]
        if not names:
            continue
        holder = node if node.tag in ("li", "div", "p") else node.parent
        text = _note_text(holder) if holder is not None else ""
        if text:
            yield from ((name, text) for name in names)


def _note_text(holder: LexborNode) -> str:
    copy = LexborHTMLParser(holder.html or "").body
    if copy is None:
        return ""
    for link in copy.css("a"):
        if _BACK.match((link.attributes or {}).get("href") or ""):
            link.decompose()
    parts = copy.css("p") or [copy]
    return " ".join(filter(None, (Line().rich(part) for part in parts))).strip(" ↑")


def _without(item: LexborNode, below: list[LexborNode]) -> LexborNode:
    """An item's own words, without the lists in it."""
    if not below:
        return item
    html = item.inner_html or ""
    for child in below:
        html = html.replace(child.html or "", "", 1)
    return LexborHTMLParser(f"<div>{html}</div>").css_first("div") or item


def _nested(listed: list[tuple[int, str, str]]) -> str:
    """Paragraphs with levels as lists in lists."""
    html = ""
    standing: list[str] = []
    for wanted, bullet, text in listed:
        level = min(wanted, len(standing) + 1)
        while len(standing) > level:
            html += f"</li></{standing.pop()}>"
        if len(standing) == level:
            html += "</li>"
        else:
            standing.append("ol" if _NUMBERED.fullmatch(bullet) else "ul")
            html += f"<{standing[-1]}>"
        html += f"<li>{text}"
    while standing:
        html += f"</li></{standing.pop()}>"
    return html


def _bullet(node: LexborNode) -> str:
    """Word draws the bullet as text; whether it is a number tells which list it is."""
    drawn = (one for one in node.css("span") if _BULLET.search((one.attributes or {}).get("style") or ""))
    return next(((one.text() or "").strip() for one in drawn), "")


def _own(node: LexborNode, tags: set[str]) -> list[LexborNode]:
    """The rows of a table or cells of a row, not those of a table in it."""
    found: list[LexborNode] = []
    for child in node.iter():
        if child.tag in tags:
            found.append(child)
        elif child.tag not in ("table", "td", "th"):
            found += _own(child, tags)
    return found


def _told(node: LexborNode) -> dict[str, str]:
    return {name: value or "" for name, value in (node.attributes or {}).items()}
