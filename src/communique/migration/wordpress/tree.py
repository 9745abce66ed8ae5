"""A text's markup as a tree of our own: small, never deeper than we can walk, and without what nobody reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

DEEPEST = 80

# Nothing in these is for reading. What stands in an iframe is for browsers of the last century.
UNREAD = frozenset({"script", "style", "template", "noscript", "title", "svg", "head", "object", "applet", "datalist"})
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source"}) | {
    *("track", "wbr", "keygen", "frame", "basefont", "bgsound"),
}
BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details"),
        *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3"),
        *("h4", "h5", "h6", "header", "hgroup", "hr", "iframe", "legend", "li", "main", "map", "menu", "nav", "ol"),
        *("optgroup", "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td"),
        *(
            "textarea",
            "tfoot",
            "th",
            "thead",
            "tr",
            "ul",
            "video",
            "audio",
            "xmp",
            "listing",
            "embed",
            "#block",
            "#address",
        ),
    }
)

# Elements whose content a parser takes for text up to their end: if there is none, they would swallow the article.
_RAW = r"iframe|script|style|textarea|title|xmp|noscript|select"
_SELF_CLOSED = re.compile(rf"<({_RAW})\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)\s*/>", re.IGNORECASE)
# A script that never ends is left to swallow the rest, as it does in every browser: its letters are not for reading.
_OPENED = re.compile(r"<(iframe|textarea|title|xmp|noscript|select)\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_RENAMED = re.compile(r"(</?)(?:plaintext|noframes|noembed|frameset|listing)\b", re.IGNORECASE)
# Rows without their table are dropped by the parser, and the words in them would grow together.
_ROWS = re.compile(r"(?=</?(?:tr|td|th|tbody|thead|tfoot|caption)\b)", re.IGNORECASE)
_TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z][a-zA-Z0-9-]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_CLOSE_THEMSELVES = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option"}
# The parser looks through all open elements at each new one: thousands inside each other would take it hours.
_MANY_TAGS = 4000
_PARSED_DEPTH = 400


@dataclass(slots=True)
class Element:
    """An element with its attributes and what it holds, texts and elements in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    def copy_with(self, children: list[Node]) -> Element:
        """The same element around something else."""
        return Element(self.tag, self.attributes, children)

    @property
    def classes(self) -> set[str]:
        """The words of its class attribute."""
        return set(self.attributes.get("class", "").split())

    def elements(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (child for child in self.children if isinstance(child, Element))


Node = Element | str


def parse(markup: str) -> Element:
    """The tree of some markup under one element, however broken the markup is."""
    root = Element("body")
    document = LexborHTMLParser(_closed(markup), is_fragment=True)
    first = document.root
    while first is not None and first.prev is not None:
        first = first.prev
    waiting: list[tuple[LexborNode | None, Element, int]] = [(first, root, 0)]
    while waiting:
        node, parent, depth = waiting.pop()
        while node is not None:
            inner = _adopt(node, parent, depth)
            if inner is not None and node.first_child is not None:
                # What follows waits until everything inside has been read.
                waiting.append((node.next, parent, depth))
                node, parent, depth = node.first_child, inner, depth + 1
            else:
                node = node.next
    return root


def _adopt(node: LexborNode, parent: Element, depth: int) -> Element | None:
    """Put a node into our tree. Returns the element that its children go into."""
    if node.is_text_node:
        text = node.text_content or ""
        if text:
            parent.children.append(text)
        return None
    if not node.is_element_node:
        return None
    tag = (node.tag or "").lower()
    if tag in UNREAD:
        _leave_out(node, parent, tag)
        return None
    if depth >= DEEPEST and tag not in VOID:
        if tag in BLOCKS:
            parent.children.append("\n")
        return parent
    element = Element(tag, {name.lower(): value or "" for name, value in node.attributes.items()})
    parent.children.append(element)
    return None if tag in VOID or tag == "iframe" else element


def _leave_out(node: LexborNode, parent: Element, tag: str) -> None:
    """Of what is left out, an object's address may still be worth a link."""
    if tag == "object":
        address = (node.attributes.get("data") or "").strip()
        if not address:
            inner = node.css_first("embed[src]") or node.css_first("param[name=movie][value]")
            address = (inner.attributes.get("src") or inner.attributes.get("value") or "") if inner else ""
        if address:
            parent.children.append(Element("iframe", {"src": address}))
    # Two words must not grow together where something between them goes.
    parent.children.append("")


def _closed(markup: str) -> str:
    """Markup in which no element of raw text is left open."""
    if "<" not in markup:
        return markup
    markup = _RENAMED.sub(r"\1div", markup)
    markup = _ROWS.sub("\n", markup)
    if markup.count("<") > _MANY_TAGS:
        markup = _shallow(markup)
    markup = _SELF_CLOSED.sub(r"<\1\2></\1>", markup)
    low = ""
    out: list[str] = []
    at = 0
    for opened in _OPENED.finditer(markup):
        low = low or markup.lower()
        if low.find(f"</{opened.group(1).lower()}", opened.end()) < 0:
            out += [markup[at : opened.end()], f"</{opened.group(1)}>"]
            at = opened.end()
    return "".join([*out, markup[at:]])


def _shallow(markup: str) -> str:
    """Markup without the tags that stand deeper than any page needs."""
    depth = 0

    def keep(tag: re.Match[str]) -> str:
        nonlocal depth
        if tag["name"].lower() in _CLOSE_THEMSELVES:
            return tag.group()
        if tag["slash"]:
            depth = max(0, depth - 1)
            return tag.group() if depth < _PARSED_DEPTH else "\n"
        depth += 1
        return tag.group() if depth <= _PARSED_DEPTH else "\n"

    return _TAG.sub(keep, markup)


def is_block(node: Node) -> bool:
    """Whether a node stands by itself rather than in a line."""
    return isinstance(node, Element) and node.tag in BLOCKS


def walk(node: Node) -> Iterator[Node]:
    """A node and everything in it, in order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Element):
            waiting.extend(reversed(node.children))


def text_of(node: Node, *, breaks: str = "\n") -> str:
    """The text of a node; where a block or line ends stands `breaks`."""
    if isinstance(node, str):
        return node
    out: list[str] = []
    _write_text(node, out, breaks)
    return "".join(out)


def _write_text(element: Element, out: list[str], breaks: str) -> None:
    for child in element.children:
        if isinstance(child, str):
            out.append(child)
        elif child.tag == "br":
            out.append(breaks)
        elif child.tag in BLOCKS:
            out.append(breaks)
            _write_text(child, out, breaks)
            out.append(breaks)
        else:
            _write_text(child, out, breaks)


def has_text(node: Node) -> bool:
    """Whether there is anything to read in a node."""
    return any(isinstance(each, str) and bool(each.strip()) for each in walk(node))


def find_all(node: Node, *tags: str) -> list[Element]:
    """All elements of these names in a node, itself included."""
    return [each for each in walk(node) if isinstance(each, Element) and each.tag in tags]
