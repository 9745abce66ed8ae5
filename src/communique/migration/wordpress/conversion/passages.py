"""Passages: what has no block of ours is kept as its own markup, made safe."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from communique.text import sanitise

from ..tree import VOID, Element, Node
from .inline import FORM
from .surroundings import Link

# Elements that the sanitiser would drop with their words, or that mean nothing outside a form.
_RENAMED = {
    **{"textarea": "p", "select": "p", "option": "span", "optgroup": "span", "button": "span", "label": "span"},
    **{
        "legend": "p",
        "fieldset": "div",
        "form": "div",
        "center": "div",
        "main": "div",
        "header": "div",
        "hgroup": "div",
    },
    **{"footer": "div", "nav": "div", "address": "p", "dialog": "div", "menu": "ul", "dir": "ul", "tt": "code"},
    **{"acronym": "abbr", "strike": "s", "big": "span", "font": "span", "xmp": "pre", "listing": "pre"},
    **{"video": "div", "audio": "div", "map": "div", "search": "div"},
}
_LEFT_OUT = frozenset({"img", "iframe", "input", "embed", "#mark", "#block", "#address"})

Target = Callable[[str], Link | None]


def passage(element: Element, levels: Mapping[str, str], target: Target) -> str:
    """An element's own markup, made safe; headings at the levels that the page has for them."""
    out: list[str] = []
    _write(element, out, levels, target)
    return sanitise.passage("".join(out)).strip()


def _write(node: Node, out: list[str], levels: Mapping[str, str], target: Target) -> None:
    if isinstance(node, str):
        out.append(escape(node, quote=False))
        return
    if node.tag in _LEFT_OUT:
        out.append(" ")
        return
    tag = levels.get(node.tag) or _RENAMED.get(node.tag, node.tag)
    attributes = dict(node.attributes)
    if tag == "a" and "href" in attributes:
        link = target(attributes.pop("href"))
        if link is not None:
            attributes["href"] = link.address
    attributes.pop("style", None)
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if _is_name(name))
    out.append(f"{' ' if node.tag in FORM else ''}<{tag}{written}>")
    if tag in VOID:
        return
    for child in node.children:
        _write(child, out, levels, target)
    out.append(f"</{tag}>{' ' if node.tag in FORM else ''}")
    if node.tag == "option":
        out.append("<br>")


def _is_name(name: str) -> bool:
    return name.isascii() and name.replace("-", "").isalnum()
