"""Preparing a text for parsing: its blocks and shortcodes are found, counted, and made marks."""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from communique.text import shortcodes
from communique.text.shortcode_names import CAPTIONS, CODE, EMBEDS, is_layout, stands_by_itself
from communique.text.shortcodes import Shortcode

from . import blocks
from .marks import CLOSE, OPEN, Code, Embedded, Footnotes, Gallery, Marks, Unresolved, without

Reusable = Callable[[int], str | None]

_NESTED_REUSE = 4
_TAGS = re.compile(r"<[^>]*>")
_SHOWN = re.compile(r"<(?:img|iframe|video|audio|hr|embed|object)\b", re.IGNORECASE)
_PICTURE = re.compile(r"\s*(?P<picture>(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*</a>)?)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(r"(?:https?:)?//[^\s<>\"'\[\]]+", re.IGNORECASE)
_ADDRESS_ATTRIBUTES = ("url", "src", "href", "id", "video", "link", "0")
_WITHOUT_TRACE = frozenset({"core/spacer", "core/more", "core/nextpage", "core/page-break", "core/separator"})
_PAGE_ENDS = re.compile(r"nextpage|more\b.*", re.DOTALL)
# Tags and brackets between two words: neither is seen.
_BEHIND = re.compile(r"(?:<[^<>]*>|\[[^\[\]]*\])+$")
_AHEAD = re.compile(r"^(?:<[^<>]*>|\[[^\[\]]*\])+")
_INITIAL = re.compile(r"[\]>]\w$")
_LOOKED_AT = 300
# What page builders write beside their boxes rather than in them: no block of ours says it yet.
_SAYING = frozenset(
    {
        *("title", "heading", "subtitle", "subheading", "text", "content", "description", "label", "button_text"),
        *(
            "author",
            "name",
            "caption",
            "link",
            "url",
            "href",
            "button_url",
            "src",
            "image",
            "image_url",
            "images",
            "img",
        ),
        *("ids", "file", "video", "video_url", "answer", "question", "number", "percent", "quote"),
    }
)
_PREFIXES = {
    "youtube": "https://www.youtube.com/watch?v=",
    "vimeo": "https://vimeo.com/",
    "dailymotion": "https://www.dailymotion.com/video/",
}


@dataclass(slots=True)
class Prepared:
    """A text ready to be parsed."""

    markup: str
    marks: Marks
    has_blocks: bool
    blocks: Counter[str] = field(default_factory=Counter)
    shortcodes: Counter[str] = field(default_factory=Counter)


def prepare(content: str, reusable: Reusable = lambda _: None) -> Prepared:
    """Find what is not HTML in a text, and put marks where it stood."""
    text = content.replace("\r\n", "\n").replace("\r", "\n").replace(OPEN, "").replace(CLOSE, "")
    text = blocks.without_unended(text)
    prepared = Prepared("", Marks(), blocks.are_in(text))
    for _ in range(_NESTED_REUSE):
        text, inlined = _inlined(text, reusable, prepared.blocks)
        if not inlined:
            break
    text = _without_comments(text, prepared)
    prepared.markup = shortcodes.unescaped(_Shortcodes(text, prepared).marked())
    return prepared


def _inlined(text: str, reusable: Reusable, counts: Counter[str]) -> tuple[str, bool]:
    """A text with the reusable blocks that it refers to in their places."""
    if "wp:block" not in text:
        return text, False
    out, at = [], 0
    for comment in blocks.find(text):
        ref = comment.attributes.get("ref") if comment.name == "core/block" and comment.role == "stands" else None
        content = reusable(ref) if isinstance(ref, int) else None
        if content is not None:
            out += [text[at : comment.start], blocks.without_unended(content)]
            at = comment.end
            counts["core/block"] += 1
    return "".join([*out, text[at:]]), at > 0


def _without_comments(text: str, prepared: Prepared) -> str:
    out, at = [], 0
    for comment in blocks.find(text):
        out += [text[at : comment.start], _instead_of(comment, text, prepared)]
        at = comment.end
    return "".join([*out, text[at:]])


def _instead_of(comment: blocks.Comment, text: str, prepared: Prepared) -> str:
    """What stands in a text in place of a comment."""
    if comment.role == "remark":
        if _PAGE_ENDS.fullmatch(comment.name) and not prepared.has_blocks:
            return "\n\n"
        between_words = (
            text[comment.start - 1 : comment.start].isalnum() and text[comment.end : comment.end + 1].isalnum()
        )
        return " " if between_words else ""
    if comment.role == "closes":
        return ""
    prepared.blocks[comment.name] += 1
    if comment.name == "core/footnotes":
        return prepared.marks.write(Footnotes())
    if comment.role == "stands":
        inside = ""
    elif comment.core:
        return ""
    else:
        inside = text[comment.end : comment.closed_at] if comment.closed_at is not None else ""
    if comment.name in _WITHOUT_TRACE or _is_shown(inside):
        return ""
    return prepared.marks.write(Unresolved(comment.name, comment.written, inside.strip()))


def _is_shown(inside: str) -> bool:
    return bool(_SHOWN.search(inside) or html.unescape(_TAGS.sub("", inside)).strip())


class _Shortcodes:
    """Goes through the shortcodes of a text, each with what becomes of it."""

    def __init__(self, text: str, prepared: Prepared) -> None:
        self.text = text
        self.marks = prepared.marks
        self.counts = prepared.shortcodes
        self.found = shortcodes.find(text, line_ends=f"\n{CLOSE}")
        self.pairs = shortcodes.pairs(self.found)
        self.at = 0
        self.out: list[str] = []

    def marked(self) -> str:
        """The text with marks in place of shortcodes."""
        for place, shortcode in enumerate(self.found):
            if shortcode.start < self.at:
                continue
            self.out.append(self.text[self.at : shortcode.start])
            self.at = shortcode.end
            if shortcode.role == "closes":
                self.out.append(self._trace(shortcode))
            else:
                self.counts[shortcode.name] += 1
                closing = self.pairs.get(place)
                self._opening(shortcode, None if closing is None else self.found[closing])
        return "".join([*self.out, self.text[self.at :]])

    def _opening(self, shortcode: Shortcode, closing: Shortcode | None) -> None:
        name = shortcode.name
        if name in CAPTIONS:
            self._caption(shortcode, closing)
        elif name in CODE and closing:
            body = without(self.text[shortcode.end : closing.start])
            self.out.append(self.marks.write(Code(_verbatim(body), _language(shortcode))))
            self.at = closing.end
        elif name in EMBEDS:
            self._embed(shortcode, closing)
        elif name == "gallery":
            self.out.append(self.marks.write(_gallery(shortcode, self.text)))
        elif is_layout(name):
            self.out.append(self._trace(shortcode))
            if _says_something(shortcode):
                self._unresolved(shortcode)
        else:
            self.out.append(self._trace(shortcode))
            self._unresolved(shortcode)

    def _unresolved(self, shortcode: Shortcode) -> None:
        original = without(self.text[shortcode.start : shortcode.end])
        self.out.append(self.marks.write(Unresolved(f"[{shortcode.name}]", shortcode.attributes, original)))

    def _trace(self, shortcode: Shortcode) -> str:
        """What a tag leaves: parts of a page stand by themselves, and words in a line stay words of their own."""
        if stands_by_itself(shortcode.name):
            return "\n\n"
        before = _BEHIND.sub("", self.text[max(0, shortcode.start - _LOOKED_AT) : shortcode.start])
        after = _AHEAD.sub("", self.text[shortcode.end : shortcode.end + _LOOKED_AT])
        # After an initial in large letters its word goes on.
        initial = shortcode.role == "closes" and _INITIAL.search(self.text[: shortcode.start][-3:])
        return "" if initial or not (before[-1:].isalnum() and after[:1].isalnum()) else " "

    def _caption(self, opening: Shortcode, closing: Shortcode | None) -> None:
        """A picture with its caption, in both forms: after the picture, and as an attribute."""
        inside = self.text[opening.end : closing.start] if closing else ""
        picture = _PICTURE.match(inside)
        if closing is None or picture is None or shortcodes.find(inside):
            # Without a picture, or with something more in it, what it encloses is read as it stands.
            self.out.append(self._trace(opening))
            return
        said = opening.values().get("caption", "") or inside[picture.end() :].strip()
        if opening.values().get("caption") and inside[picture.end() :].strip():
            said = f"{said} {inside[picture.end() :].strip()}"
        self.out.append(f"<figure>{picture['picture']}<figcaption>{said}</figcaption></figure>")
        self.at = closing.end

    def _embed(self, opening: Shortcode, closing: Shortcode | None) -> None:
        inside = self.text[opening.end : closing.start].strip() if closing else ""
        enclosed = _ADDRESS.fullmatch(html.unescape(_TAGS.sub("", inside)).strip())
        address = enclosed.group() if enclosed else _address(opening)
        if not address:
            self._unresolved(opening)
            return
        self.out.append(self.marks.write(Embedded(address)))
        if closing and enclosed:
            self.at = closing.end


def _says_something(shortcode: Shortcode) -> bool:
    """Whether a tag of layout holds words, a link or a picture in its attributes."""
    if not shortcode.attributes or shortcode.name.endswith("icon"):
        return False
    return any(name in _SAYING and value.strip() for name, value in shortcode.values().items())


def _address(shortcode: Shortcode) -> str:
    values = shortcode.values()
    stated = next((values[name].strip() for name in _ADDRESS_ATTRIBUTES if values.get(name, "").strip()), "")
    if not stated:
        return ""
    address = html.unescape(stated).replace(" ", "")
    if address.startswith(("http://", "https://", "//")):
        return address
    prefix = _PREFIXES.get(shortcode.name)
    return f"{prefix}{address}" if prefix and re.fullmatch(r"[\w-]+", address) else ""


def _gallery(shortcode: Shortcode, text: str) -> Gallery:
    values = shortcode.values()
    original = without(text[shortcode.start : shortcode.end])
    chosen = values.get("ids") or values.get("include") or ""
    return Gallery(_numbers(chosen), _numbers(values.get("exclude", "")), shortcode.attributes, original)


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d{1,18}", listed))


def _language(shortcode: Shortcode) -> str:
    values = shortcode.values()
    stated = values.get("language") or values.get("lang") or values.get("brush") or ""
    return stated or ("" if shortcode.name in {"code", "sourcecode", "plain", "text"} else shortcode.name)


def _verbatim(body: str) -> str:
    """Code as it was typed: the editor encoded its brackets, and may have put breaks into it."""
    plain = re.sub(r"</?p>|<br\s*/?>(?=\n)", "", body)
    return html.unescape(plain).strip("\n")
