"""Marks inside a line: **bold**, *italic*, `code`, [links](article:en/name) and footnotes[^name].

What comes out is what the desk's rich text stores.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape

from communique.content.footnotes import Note, mark

MARK = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\[\^(?P<note>[a-z0-9-]+)\]"
    r"|\[(?P<label>[^\]]+)\]\((?P<target>[^)]+)\)"
)
STRAY = re.compile(r"\*\*|`|\]\(|\[\[|\{\{")

Link = Callable[[str], int]
Notes = Mapping[str, str]
"""What footnotes say, by name, as stored."""


class StrayMark(ValueError):
    """A mark that is opened and never closed."""


def rich(text: str, page: Link, notes: Notes | None = None) -> str:
    """The HTML of one line; `page` answers the id of the page that a link names. Raises StrayMark."""
    written: list[str] = []
    end = 0
    for found in MARK.finditer(text):
        written += [_plain(text[end : found.start()]), _marked(found, page, notes or {})]
        end = found.end()
    return "".join([*written, _plain(text[end:])])


def _plain(text: str) -> str:
    if stray := STRAY.search(text):
        raise StrayMark(f"{stray.group()!r} is opened or closed alone.")
    return escape(text, quote=False)


def _marked(found: re.Match[str], page: Link, notes: Notes) -> str:
    if code := found["code"]:
        return f"<code>{escape(code, quote=False)}</code>"
    if bold := found["bold"]:
        return f"<b>{escape(bold, quote=False)}</b>"
    if italic := found["italic"]:
        return f"<i>{escape(italic, quote=False)}</i>"
    if name := found["note"]:
        if name not in notes:
            raise StrayMark(f"no line of its own says what [^{name}] is.")
        return mark(Note(name, notes[name]))
    return f'<a linktype="page" id="{page(found["target"])}">{escape(found["label"], quote=False)}</a>'
