"""Rich text for print: links to our pages and documents get their addresses; what can't be followed is plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from communique.text.plain import text_of

_PARAGRAPH = re.compile(r"<p\b[^>]*>.*?</p>", re.DOTALL)
_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
_BLOCK_KEY = re.compile(r'(<[a-z0-9]+) data-block-key="[^"]*"')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')

Find = Callable[[int], "str | None"]


def nowhere(_: int) -> None:
    """Where documents are, to those who have none."""


def printed(markup: str, address_of: Find, document: Find = nowhere) -> str:
    """Stored rich text as it is printed: without the names that the desk's editor keeps its paragraphs by.

    `address_of` says where a page is, `document` where readers find a file of the library.
    """
    if "data-block-key" in markup:
        markup = _BLOCK_KEY.sub(r"\1", markup)
    if "<a" not in markup:
        return markup
    return _LINK.sub(lambda link: _link(link[1], link[2], {"page": address_of, "document": document}), markup)


def first_paragraph(markup: str) -> str:
    """The first paragraph with words in it; a text without paragraphs whole."""
    return next((found[0] for found in _PARAGRAPH.finditer(markup) if text_of(found[0])), markup)


def linked(markup: str) -> set[int]:
    """The pages that stored rich text links to."""
    found: set[int] = set()
    if "linktype" in markup:
        printed(markup, lambda page_id: found.add(page_id))
    return found


def _link(stored: str, text: str, finds: Mapping[str, Find]) -> str:
    attributes = dict(_ATTRIBUTE.findall(stored))
    kind = attributes.get("linktype")
    if kind is None:
        shown = ' class="address"' if attributes.get("href") == text else ""  # paper needn't tell it twice
        return f"<a{shown}{stored}>{text}</a>" if attributes.get("href") else text
    number = attributes.get("id", "")
    address = finds[kind](int(number)) if kind in finds and number.isdigit() else None
    if address is None:
        return text  # a draft, a private page, a file that isn't published: no reader could follow it
    return f'<a href="{escape(address)}{escape(attributes.get("fragment", ""))}">{text}</a>'
