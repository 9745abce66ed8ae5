"""What stands in a line, as rich text is stored: bold, italic, links and a few more, nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from html import escape

from ..tree import Element, Node, is_block
from .footnotes import is_reference
from .surroundings import Link

# Rich text's own elements, and those that mean the same to a reader.
_TAGS = {
    **{"b": "b", "strong": "b"},
    **{"i": "i", "em": "i", "cite": "i", "var": "i", "dfn": "i", "address": "i"},
    **{"s": "s", "strike": "s", "del": "s"},
    **{"sub": "sub", "sup": "sup"},
    **{"code": "code", "kbd": "code", "samp": "code", "tt": "code"},
}
# What these say would be lost without them, so a line that has one is kept as it was.
_MORE_THAN_RICH = frozenset({"q", "ruby", "bdo", "math"})
# Parts of a form: what they say is not one word with what stands beside them.
FORM = frozenset({"label", "button", "input", "output", "meter", "progress"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")

FindLink = Callable[[str], Link | None]


@dataclass(slots=True)
class RichText:
    """Writes rich text. Links to places within the text stay only where there is such a place."""

    link: FindLink
    places: Container[str] = field(default_factory=frozenset)
    note: Callable[[Element], str] = lambda element: ""

    def write(self, nodes: list[Node], *, leniently: bool = False) -> str | None:
        """The rich text of a line; None if it says more than rich text can, unless that may be left out."""
        out: list[str] = []
        if not self._write(nodes, out, leniently):
            return None
        return _tidy("".join(out))

    def said(self, nodes: list[Node]) -> str:
        """The rich text of a line, whatever has to be left out of its markup."""
        return self.write(nodes, leniently=True) or ""

    def _write(self, nodes: list[Node], out: list[str], leniently: bool) -> bool:
        return all(self._node(node, out, leniently) for node in nodes)

    def _node(self, node: Node, out: list[str], leniently: bool) -> bool:
        if isinstance(node, str):
            out.append(escape(_SPACE.sub(" ", node), quote=False))
            return True
        if node.tag == "br":
            out.append("<br/>")
            return True
        if is_reference(node) and (marked := self.note(node)):
            out.append(marked)
            return True
        if not leniently and (node.tag in _MORE_THAN_RICH or (node.tag in {"abbr", "acronym"} and _titled(node))):
            return False
        before, after = self._around(node)
        if is_block(node) or node.tag in FORM:
            before, after = " ", " "
        inner: list[str] = []
        if not self._write(node.children, inner, leniently):
            return False
        written = "".join(inner)
        # Formatting of nothing is nothing; its space stays.
        out.append(f"{before}{written}{after}" if written.strip() or not before.strip() else written)
        return True

    def _around(self, element: Element) -> tuple[str, str]:
        if element.tag == "a":
            return self._anchor(element)
        tag = _TAGS.get(element.tag)
        return (f"<{tag}>", f"</{tag}>") if tag else ("", "")

    def _anchor(self, element: Element) -> tuple[str, str]:
        link = self.target(element.attributes.get("href", ""))
        return (_opened(link), "</a>") if link else ("", "")

    def target(self, written: str) -> Link | None:
        """Where a link leads; None where it leads nowhere, or to nothing that a reader should be led to."""
        address = re.sub(r"[\x00-\x20]+", "", written) if _SCHEME.match(written.strip()) else written.strip()
        if not address or address == "#":
            return None
        if address.startswith("#"):
            return Link(address) if address[1:] in self.places else None
        if _SCHEME.match(address) and not address.lower().startswith(_SCHEMES):
            return None
        found = self.link(address)
        if found is not None and found.page is None and not found.address.lower().startswith((*_SCHEMES, "/", "#")):
            return None
        return found


def _opened(link: Link) -> str:
    if link.page is None:
        return f'<a href="{escape(link.address)}">'
    _, mark, place = link.address.partition("#")
    fragment = f' fragment="#{escape(place)}"' if mark and place else ""
    return f'<a linktype="page" id="{link.page}"{fragment}>'


def _titled(element: Element) -> bool:
    return bool(element.attributes.get("title", "").strip())


def _tidy(text: str) -> str:
    """Without spaces at the ends, around line breaks, or beside each other."""
    return re.sub(r" {2,}", " ", re.sub(r" *<br/> *", "<br/>", text)).strip(" ")
