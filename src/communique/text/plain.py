"""The text of HTML: what remains to be read when the markup is gone."""

from __future__ import annotations

import html
import re

_UNREAD = re.compile(r"<(script|style|template|title)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)
_BREAKS = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|dd|desc|details|div|dl|dt|figcaption|figure|footer|h[1-6]|header"
    r"|hr|li|main|nav|ol|p|pre|section|summary|svg|table|tbody|td|text|tfoot|th|thead|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_TAGS = re.compile(r"</?[a-zA-Z][^>]*>")
_SPACE = re.compile(r"\s+")


def lines_of(markup: str) -> str:
    """The words of `markup` with a line for each block or line of it; empty lines are left out."""
    words = html.unescape(_TAGS.sub("", _BREAKS.sub("\n", _UNREAD.sub(" ", _SPACE.sub(" ", markup)))))
    lines = (_SPACE.sub(" ", line).strip() for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def text_of(markup: str) -> str:
    """The words of `markup` on one line, with a space where a block or line ended.

    For showing text, not for safety: what comes out is text and must be escaped like any other.
    """
    if "<" not in markup and "&" not in markup:
        return _SPACE.sub(" ", markup).strip()
    words = _TAGS.sub("", _BREAKS.sub(" ", _UNREAD.sub(" ", markup)))
    return _SPACE.sub(" ", html.unescape(words)).strip()


def filled_lines(text: str) -> list[str]:
    """The lines of plain text that say something, without the space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]
