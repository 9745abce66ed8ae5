"""Lists, as far as rich text can say them."""

from __future__ import annotations

from ..tree import Element, Node, find_all, has_text, is_block
from .inline import RichText

LISTS = frozenset({"ul", "ol", "menu", "dir"})


def written(element: Element, rich: RichText) -> str | None:
    """A list as rich text, lists within it included; None if an entry holds more than a line."""
    if element.tag == "ol" and _is_numbered_its_own_way(element):
        return None
    entries: list[str] = []
    for child in element.children:
        if isinstance(child, str):
            if child.strip():
                return None
            continue
        if child.tag in LISTS and entries:
            # Lists are often written beside the entry that they belong to.
            inner = written(child, rich)
            if inner is None:
                return None
            entries[-1] = entries[-1].removesuffix("</li>") + inner + "</li>"
            continue
        entry = _entry(child, rich) if child.tag == "li" else None
        if entry is None:
            return None
        if entry != "<li></li>":
            entries.append(entry)
    tag = "ol" if element.tag == "ol" else "ul"
    return f"<{tag}>{''.join(entries)}</{tag}>" if entries else ""


def shows_only_pictures(element: Element) -> bool:
    """Whether a list is a gallery: pictures, and words only below them."""
    if not find_all(element, "img"):
        return False
    return not any(_has_text_outside_captions(entry) for entry in element.elements())


def _has_text_outside_captions(node: Node) -> bool:
    if isinstance(node, str):
        return bool(node.strip())
    return node.tag != "figcaption" and any(_has_text_outside_captions(child) for child in node.children)


def _entry(element: Element, rich: RichText) -> str | None:
    line: list[Node] = []
    inner: list[str] = []
    for child in element.children:
        if isinstance(child, Element) and child.tag in LISTS:
            deeper = written(child, rich)
            if deeper is None:
                return None
            inner.append(deeper)
        elif isinstance(child, Element) and child.tag == "p" and not inner and not any(has_text(each) for each in line):
            line.extend(child.children)
        elif is_block(child) or (inner and has_text(child)):
            return None
        else:
            line.append(child)
    text = rich.write(line)
    return None if text is None else f"<li>{text}{''.join(inner)}</li>"


def _is_numbered_its_own_way(element: Element) -> bool:
    attributes = element.attributes
    return attributes.get("start", "1") != "1" or "reversed" in attributes or attributes.get("type", "1") != "1"
