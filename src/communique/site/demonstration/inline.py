"""Marks inside a line: **bold**, *italic*, `code` and [links](article:en/name), as the desk's rich text stores them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

MARK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)]+)\)"
)
STRAY = re.compile(r"\*\*|`|\]\(|\[\[|\{\{")

Link = Callable[[str], int]


class StrayMark(ValueError):
    """A mark that is opened and never closed."""


def rich(text: str, page: Link) -> str:
    """The HTML of one line; `page` answers the id of the page that a link names."""
    written: list[str] = []
    end = 0
    for mark in MARK.finditer(text):
        written += [_plain(text[end : mark.start()]), _marked(mark, page)]
        end = mark.end()
    return "".join([*written, _plain(text[end:])])


def _plain(text: str) -> str:
    if stray := STRAY.search(text):
        raise StrayMark(f"{stray.group()!r} is opened or closed alone.")
    return escape(text, quote=False)


def _marked(mark: re.Match[str], page: Link) -> str:
    if code := mark["code"]:
        return f"<code>{escape(code, quote=False)}</code>"
    if bold := mark["bold"]:
        return f"<b>{escape(bold, quote=False)}</b>"
    if italic := mark["italic"]:
        return f"<i>{escape(italic, quote=False)}</i>"
    return f'<a linktype="page" id="{page(mark["target"])}">{escape(mark["label"], quote=False)}</a>'
