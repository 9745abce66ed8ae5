"""Paragraphs: WordPress makes them of blank lines when it shows a text; here they are made once and for good."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .marks import BLOCK, INLINE
from .providers import is_alone_embedded
from .spreading import spread
from .tree import Element, Node, has_text, is_block, text_of, walk

BLANK = "#blank"
ADDRESS = "#address"

_VERBATIM = frozenset({"pre", "textarea", "xmp", "listing"})
_STRUCTURE = frozenset(
    {
        *("ul", "ol", "menu", "dir", "dl", "table", "thead", "tbody", "tfoot", "tr", "colgroup", "select", "optgroup"),
        *("video", "audio", "map", "hgroup"),
    }
)
# Text in these is a paragraph only where a blank line divides it.
_LINES = frozenset({"li", "td", "th", "dd"})
_NEVER = frozenset(
    {"h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "caption", "summary", "legend", "dt", "option", "figure"}
)
_BLANK_LINE = re.compile(r"\n[ \t\f\v]*(?:\n[ \t\f\v]*)+")
_ONLY_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_SHOWN = frozenset({"img", "iframe", "input", "video", "audio", BLOCK})


def paragraphed(root: Element, *, by_lines: bool) -> Element:
    """A tree in which all loose text stands in paragraphs.

    `by_lines` is how classic posts are read: a blank line ends a paragraph, a single one is a line break. Without
    it (posts of the block editor) line breaks are only spaces, and just text that stands loose is divided.
    """
    return _Paragraphs(by_lines).flow(root)


class _Paragraphs:
    def __init__(self, by_lines: bool) -> None:
        self.by_lines = by_lines

    def flow(self, element: Element) -> Element:
        """An element that holds blocks: the runs of a line in it become paragraphs."""
        out: list[Node] = []
        for run in _runs(spread(element.children)):
            if isinstance(run, Element):
                out.extend(self._block(run))
            else:
                out.extend(self._paragraphs(run, loose=True))
        return element.copy_with(out)

    def _block(self, block: Element) -> list[Node]:
        tag = block.tag
        if tag == "p":
            return self._divided_paragraph(block)
        if tag in _VERBATIM or tag in {"hr", "iframe", "embed", BLOCK}:
            return [block]
        if tag in _STRUCTURE:
            children = [part for child in block.children for part in self._part(child)]
            return [block.copy_with(children)]
        if tag in _LINES or tag in _NEVER:
            return [self._line(block)]
        return [self.flow(block)]

    def _part(self, child: Node) -> list[Node]:
        if isinstance(child, str):
            return [child] if child.strip() else []
        return self._block(child) if is_block(child) else [child]

    def _divided_paragraph(self, block: Element) -> list[Node]:
        out: list[Node] = []
        for run in _runs(spread(block.children)):
            if isinstance(run, Element):
                out.extend(self._block(run))
            else:
                out.extend(self._paragraphs(run, loose=False, like=block))
        return out

    def _line(self, block: Element) -> Element:
        """A list entry, a cell, a heading: its text stays as it is, unless blank lines divide it."""
        runs = list(_runs(spread(block.children)))
        divided = block.tag in _LINES and self.by_lines and self._holds_blank_line(runs)
        out: list[Node] = []
        for run in runs:
            if isinstance(run, Element):
                out.extend(self._block(run))
            elif divided:
                out.extend(self._paragraphs(run, loose=True))
            else:
                broken = self.by_lines and block.tag in _LINES
                out.extend(_trimmed(_broken(run, lines=broken, blanks=False, doubled=False)))
        return block.copy_with(out)

    def _holds_blank_line(self, runs: Iterable[Element | list[Node]]) -> bool:
        groups = [
            group
            for run in runs
            if isinstance(run, list)
            for group in _groups(_broken(run, lines=True, blanks=True, doubled=False))
            if _is_shown(group)
        ]
        return len(groups) > 1

    def _paragraphs(self, run: list[Node], *, loose: bool, like: Element | None = None) -> list[Node]:
        """The paragraphs of a run of a line."""
        blanks = self.by_lines or loose
        broken = _broken(run, lines=self.by_lines, blanks=blanks, doubled=self.by_lines)
        out: list[Node] = []
        for group in _groups(broken):
            for part in self._parts(group):
                out.extend(_paragraph(part, like))
        return out

    def _parts(self, group: list[Node]) -> list[list[Node]]:
        """A paragraph, divided where a line holds only an address that WordPress embeds, or only a shortcode."""
        parts: list[list[Node]] = [[]]
        for line in _lines(group) if self.by_lines else [group]:
            address = _only_address(line)
            alone = address or _is_only_marks(line)
            if alone and any(parts[-1]):
                parts.append([])
            if address:
                parts += [[Element(ADDRESS, {"address": address})], []]
            elif alone:
                parts += [line, []]
            else:
                if parts[-1]:
                    parts[-1].append(Element("br"))
                parts[-1].extend(line)
        return [part for part in parts if part]


def _runs(nodes: list[Node]) -> Iterable[Element | list[Node]]:
    """Blocks one by one, and what stands between them together."""
    run: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and is_block(node):
            if run:
                yield run
                run = []
            yield node
        else:
            run.append(node)
    if run:
        yield run


def _broken(nodes: list[Node], *, lines: bool, blanks: bool, doubled: bool) -> list[Node]:
    """The nodes with breaks as elements: blank lines, line ends, and doubled `<br>`."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            out.extend(_broken_text(node, lines=lines, blanks=blanks, after_break=bool(out) and _is(out[-1], "br")))
        elif node.tag == "br" or not node.children:
            out.append(node)
        else:
            out.append(node.copy_with(_broken(node.children, lines=lines, blanks=blanks, doubled=doubled)))
    return _doubled_made_blank(out) if doubled else _without_line_end_beside_break(out)


def _broken_text(text: str, *, lines: bool, blanks: bool, after_break: bool) -> list[Node]:
    if "\n" not in text:
        return [text]
    out: list[Node] = []
    for at, chunk in enumerate(_BLANK_LINE.split(text) if blanks else [text]):
        if at:
            out.append(Element(BLANK))
        if not lines:
            out.append(chunk)
            continue
        for number, line in enumerate(chunk.split("\n")):
            if number and not (number == 1 and at == 0 and after_break and not chunk.split("\n")[0].strip()):
                out.append(Element("br", {"from": "line"}))
            out.append(line)
    return [part for part in out if part != ""]


def _doubled_made_blank(nodes: list[Node]) -> list[Node]:
    out: list[Node] = []
    for node in nodes:
        if _is(node, "br"):
            back = len(out) - 1
            while back >= 0 and isinstance(out[back], str) and not str(out[back]).strip(" \t\n"):
                back -= 1
            if back >= 0 and _is(out[back], "br") and not _line_ends(out[back], node):
                del out[back:]
                out.append(Element(BLANK))
                continue
            if back >= 0 and _is(out[back], "br"):
                continue
        out.append(node)
    return out


def _without_line_end_beside_break(nodes: list[Node]) -> list[Node]:
    out: list[Node] = []
    for node in nodes:
        if out and _is(node, "br") and _is(out[-1], "br") and _line_ends(out[-1], node):
            continue
        out.append(node)
    return out


def _line_ends(*breaks: Node) -> bool:
    """Whether one of these breaks is only the end of a line in the source."""
    return any(isinstance(each, Element) and "from" in each.attributes for each in breaks)


def _is(node: Node, tag: str) -> bool:
    return isinstance(node, Element) and node.tag == tag


def _groups(nodes: list[Node]) -> list[list[Node]]:
    """The nodes divided at blank lines; an element that one goes through is on both sides of it."""
    groups: list[list[Node]] = [[]]
    for node in nodes:
        if _is(node, BLANK):
            groups.append([])
        elif isinstance(node, Element) and any(_is(each, BLANK) for each in walk(node)):
            first, *rest = _groups(node.children)
            groups[-1].append(node.copy_with(first))
            groups.extend([node.copy_with(part)] for part in rest)
        else:
            groups[-1].append(node)
    return groups


def _lines(group: list[Node]) -> list[list[Node]]:
    lines: list[list[Node]] = [[]]
    for node in group:
        if _is(node, "br"):
            lines.append([])
        else:
            lines[-1].append(node)
    return lines


def _only_address(line: list[Node]) -> str:
    if not all(isinstance(node, str) for node in line):
        return ""
    text = "".join(str(node) for node in line).strip()
    return text if _ONLY_ADDRESS.fullmatch(text) and is_alone_embedded(text) else ""


def _is_only_marks(line: list[Node]) -> bool:
    marks = [node for node in line if _is(node, INLINE)]
    return bool(marks) and not _is_shown([node for node in line if not _is(node, INLINE)])


def _paragraph(part: list[Node], like: Element | None) -> list[Node]:
    if _is(part[0], ADDRESS):
        return part
    nodes = _trimmed(part)
    if not _is_shown(nodes):
        return [each for node in nodes for each in walk(node) if _is(each, INLINE)]
    return [Element("p", dict(like.attributes) if like else {}, nodes)]


def _is_shown(nodes: list[Node]) -> bool:
    """Whether there is something in a line for readers: words, a picture, a place that links lead to."""
    return any(
        has_text(node)
        or any(
            isinstance(each, Element)
            and (each.tag in _SHOWN or (each.tag == "a" and ("id" in each.attributes or "name" in each.attributes)))
            for each in walk(node)
        )
        for node in nodes
    )


def _trimmed(nodes: list[Node]) -> list[Node]:
    """The nodes without spaces and breaks at either end."""
    return _trimmed_end(_trimmed_end(nodes, at=0), at=-1)


def _trimmed_end(nodes: list[Node], *, at: int) -> list[Node]:
    nodes = list(nodes)
    while nodes:
        edge = nodes[at]
        if isinstance(edge, str):
            kept = edge.lstrip(" \t\n") if at == 0 else edge.rstrip(" \t\n")
            if kept:
                nodes[at] = kept
                return nodes
        elif edge.tag not in {"br", BLANK}:
            if edge.children:
                nodes[at] = edge.copy_with(_trimmed_end(edge.children, at=at))
            return nodes
        del nodes[at]
    return nodes


def plain(element: Element) -> str:
    """The text of an element on one line."""
    return " ".join(text_of(element, breaks=" ").split())
