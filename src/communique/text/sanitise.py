"""What markup from outside may keep: allow-lists, and nothing that they don't name."""

from __future__ import annotations

import re

import nh3

SCHEMES = {"http", "https", "mailto", "tel"}
NEVER_SHOWN = {"script", "style", "template", "iframe", "object", "embed", "noscript", "title", "textarea", "select"}

INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd", "mark", "q"),
    *("s", "samp", "small", "span", "strong", "sub", "sup", "time", "u", "var", "wbr"),
}
FORMULA = {
    *("annotation", "math", "menclose", "merror", "mfrac", "mi", "mmultiscripts", "mn", "mo", "mover", "mpadded"),
    *("mphantom", "mprescripts", "mroot", "mrow", "ms", "mspace", "msqrt", "mstyle", "msub", "msubsup", "msup"),
    *("mtable", "mtd", "mtext", "mtr", "munder", "munderover", "none", "semantics"),
}
"""MathML that only shows: nothing in it links or runs."""
PASSAGE = (
    INLINE
    | FORMULA
    | {
        *("article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt"),
        *("figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
NOTE = {"a", "b", "br", "code", "em", "i", "s", "strong", "sub", "sup"}
RICH_TEXT = NOTE | {"footnote", "li", "ol", "p", "ul"}

_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"dir", "lang"},
    "a": {"href", "hreflang", "title"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"datetime"},
    "li": {"value"},
    "math": {"display"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
    "time": {"datetime"},
}
# What stands in for a link's address in stored rich text: a page or a document by its number.
_STORED_LINK = {"a": {"href", "id", "linktype"}, "footnote": {"key", "note"}}

# The sanitiser writes attributes in double quotes with quotes inside them escaped, so an image reads as this.
_IMAGE = re.compile(r'<img(?P<attributes>(?:\s[^\s"=<>]+="[^"]*")*)\s*/?>')


def passage(html: str) -> str:
    """A passage of blocks for print: an import that could not be converted. Pictures stay if the site has them."""
    clean = nh3.clean(
        html,
        tags=PASSAGE,
        clean_content_tags=NEVER_SHOWN,
        attributes=_ATTRIBUTES,
        attribute_filter=_own_pictures_only,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _IMAGE.sub(lambda image: image[0] if ' src="' in image["attributes"] else "", clean)


def inline(html: str) -> str:
    """Rich text within a line, for print: a caption, a standfirst, a quotation."""
    return nh3.clean(
        html,
        tags=INLINE,
        clean_content_tags=NEVER_SHOWN,
        attributes={tag: names for tag, names in _ATTRIBUTES.items() if tag == "*" or tag in INLINE},
        url_schemes=SCHEMES,
        link_rel=None,
    )


def rich_text(html: str) -> str:
    """Rich text as it is stored: paragraphs, lists and what stands in a line, with links by page number.

    What a footnote says is made safe when it is set.
    """
    return _stored(html, RICH_TEXT)


def note(html: str) -> str:
    """The text of a footnote as it is stored: what stands in a line, with links by page number."""
    return _stored(html, NOTE)


def _stored(html: str, tags: set[str]) -> str:
    if "<" not in html and "&" not in html:
        return html
    return nh3.clean(
        html,
        tags=tags,
        clean_content_tags=NEVER_SHOWN,
        attributes=_STORED_LINK,
        attribute_filter=_stored_link,
        url_schemes=SCHEMES,
        link_rel=None,
    )


def _own_pictures_only(tag: str, attribute: str, value: str) -> str | None:
    """A picture on another host would tell that host who reads; it is left out."""
    if tag == "img" and attribute == "src":
        return value if value.startswith("/") and not value.startswith(("//", "/\\")) else None
    return value


def _stored_link(tag: str, attribute: str, value: str) -> str | None:
    if attribute == "linktype":
        return value if value in {"page", "document"} else None
    if attribute == "id":
        return value if value.isascii() and value.isdigit() else None
    return value
