"""What stands in a line, made plain: bold, italic, links and notes are said by elements, not by looks."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborNode

_TAGS = {
    **{"b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "s": "s", "del": "s", "strike": "s"},
    **{"sup": "sup", "sub": "sub", "code": "code", "kbd": "code", "samp": "code", "tt": "code"},
}
_LOOKS = (
    ("b", re.compile(r"(?<![\w-])font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)),
    ("i", re.compile(r"(?<![\w-])font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)),
    ("s", re.compile(r"(?<![\w-])text-decoration(?:-line)?\s*:[^;]*line-through", re.IGNORECASE)),
    ("sup", re.compile(r"(?<![\w-])vertical-align\s*:\s*super", re.IGNORECASE)),
    ("sub", re.compile(r"(?<![\w-])vertical-align\s*:\s*sub\b", re.IGNORECASE)),
)
_UNDONE = {
    "b": re.compile(r"(?<![\w-])font-weight\s*:\s*(?:normal|[1-5]00)", re.IGNORECASE),
    "i": re.compile(r"(?<![\w-])font-style\s*:\s*normal", re.IGNORECASE),
}
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*comment", re.IGNORECASE)
_BULLET = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_MARK = re.compile(r"\[?[\d*†‡§]+\]?|\[?[ivxlc]+\]?")

# What stands apart where it may; within a line it ends one.
_APART = frozenset(
    {"p", "div", "li", "tr", "dd", "dt", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th"}
)
UNREAD = frozenset(
    {
        *("script", "style", "template", "title", "meta", "link", "head", "xml", "noscript", "object", "iframe"),
        *("select", "button", "input", "textarea", "svg", "math", "audio", "video", "canvas"),
    }
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass
class Line:
    """Sets what stands in a line as rich text; pictures and notes in it are handed out."""

    note: Callable[[str], str | None] = lambda _: None
    """A footnote as rich text stores it, for the name of what it refers to; None if that is no footnote."""

    pictures: list[LexborNode] = field(default_factory=list)

    def rich(self, node: LexborNode) -> str:
        """The children of a node."""
        return _closed("".join(self._set(child) for child in node.iter(include_text=True)))

    def _set(self, node: LexborNode) -> str:
        if node.is_text_node:
            return escape(_SPACE.sub(" ", node.text_content or ""), quote=False)
        tag, style = node.tag or "", (node.attributes or {}).get("style") or ""
        if not node.is_element_node or tag in UNREAD or _HIDDEN.search(style) or _BULLET.search(style):
            return ""
        if tag == "br":
            return "<br/>"
        if tag == "img":
            self.pictures.append(node)
            return ""
        inner = "".join(self._set(child) for child in node.iter(include_text=True))
        if tag == "a":
            return self._link(node, inner)
        if tag in _APART:
            return f"{inner}<br/>"
        for mark in _marks(tag, style):
            inner = f"<{mark}>{inner}</{mark}>" if inner.strip() else inner
        return inner

    def _link(self, node: LexborNode, inner: str) -> str:
        href = straight((node.attributes or {}).get("href") or "")
        if href.startswith("#"):
            words = re.sub(r"<[^>]*>", "", inner).strip()
            note = self.note(href[1:]) if _MARK.fullmatch(words) else None
            return inner if note is None else note
        return f'<a href="{escape(href)}">{inner}</a>' if href and inner.strip() else inner


def straight(href: str) -> str:
    """Where a link leads, and not through a counter; one into somebody's own file or to nowhere is none."""
    href = href.strip()
    parts = urlsplit(href)
    if parts.netloc.endswith("google.com") and parts.path == "/url":
        href = parse_qs(parts.query).get("q", [""])[0]
        parts = urlsplit(href)
    return href if parts.scheme in SCHEMES or href.startswith("#") else ""


def _marks(tag: str, style: str) -> list[str]:
    own = _TAGS.get(tag)
    found = [] if own is None or (own in _UNDONE and _UNDONE[own].search(style)) else [own]
    if tag in ("span", "font", "a", "b", "i", "strong", "em"):
        found += [mark for mark, look in _LOOKS if mark not in found and look.search(style)]
    return found


_EMPTY = re.compile(r"<(b|i|s|sup|sub|code)>(\s*)</\1>")
_TWICE = re.compile(r"</(b|i|s|sup|sub|code)>(\s*)<\1>")
_EDGES = re.compile(r"^(?:\s|<br/>)+|(?:\s|<br/>)+$")
_BREAKS = re.compile(r"\s*<br/>\s*(?:</(?:b|i|s|sup|sub|code)>)?\s*(?=<br/>)")


def _closed(rich: str) -> str:
    """Without marks around nothing, and with neighbours of one kind made one."""
    before = ""
    while before != rich:
        before = rich
        rich = _TWICE.sub(r"\2", _EMPTY.sub(r"\2", rich))
    return _EDGES.sub("", _SPACE.sub(" ", rich))
