"""Lifting: pictures and marks are taken out of a line, since they become blocks beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..marks import BLOCK, INLINE
from ..tree import Element, Node, has_text

_NUMBERED = re.compile(r"\bwp-image-(\d{1,18})\b")
_ADDRESS_ATTRIBUTES = ("src", "data-src", "data-lazy-src", "data-orig-file", "data-large-file")


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a text shows it."""

    wordpress_id: int
    address: str
    alt: str = ""
    link: str = ""


@dataclass(slots=True)
class Lifted:
    """A line without its pictures and marks, and what was taken out of it."""

    nodes: list[Node] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    marks: list[Element] = field(default_factory=list)
    begins_with_image: bool = False


def lift(nodes: list[Node]) -> Lifted:
    """Take pictures and marks out of some nodes and all that is in them."""
    lifted = Lifted()
    lifted.nodes = _lift(nodes, lifted, "")
    return lifted


def image(element: Element, link: str = "") -> Image:
    """An `<img>`."""
    attributes = element.attributes
    address = next((attributes[name].strip() for name in _ADDRESS_ATTRIBUTES if _is_address(attributes.get(name))), "")
    numbered = _NUMBERED.search(attributes.get("class", ""))
    number = numbered.group(1) if numbered else attributes.get("data-id") or attributes.get("data-attachment-id") or ""
    digits = number if number.isascii() and number.isdigit() and len(number) < 19 else "0"
    return Image(int(digits), address, " ".join(attributes.get("alt", "").split()), link)


def _is_address(value: str | None) -> bool:
    return bool(value and value.strip() and not value.strip().lower().startswith("data:"))


def _lift(nodes: list[Node], lifted: Lifted, link: str) -> list[Node]:
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            kept.append(node)
        elif node.tag == "img":
            kept.extend(_picture(node, lifted, link, first=not any(has_text(each) for each in kept)))
        elif node.tag in {INLINE, BLOCK, "#address"}:
            lifted.marks.append(node)
        elif node.children:
            inner = _lift(node.children, lifted, _led(node) if node.tag == "a" else link)
            kept.append(node.copy_with(inner))
        else:
            kept.append(node)
    return kept


def _led(anchor: Element) -> str:
    """Where a picture in a link leads: nowhere, if the link has words, or is to the page that WordPress made for it."""
    own = "attachment" in anchor.attributes.get("rel", "").lower().split()
    return "" if own or has_text(anchor) else anchor.attributes.get("href", "").strip()


def _picture(element: Element, lifted: Lifted, link: str, *, first: bool) -> list[Node]:
    """What stays of a picture in its line: the sign that a smiley stands for, or a space."""
    alt = element.attributes.get("alt", "")
    if element.classes & {"emoji", "wp-smiley"}:
        return [alt]
    found = image(element, link)
    if found.address and not _is_counter(element):
        lifted.begins_with_image |= first and not lifted.images
        lifted.images.append(found)
    return [" "]


def _is_counter(element: Element) -> bool:
    """Whether a picture is one dot, which counts readers and shows nothing."""
    return element.attributes.get("width") in {"0", "1"} or element.attributes.get("height") in {"0", "1"}
