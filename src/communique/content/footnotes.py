"""Footnotes: written where they belong in rich text, numbered when a page is set.

In stored rich text a footnote is an element of its own, `<footnote key="…" note="…">*</footnote>`: its text is kept as
markup in `note`, so that nothing else has to be looked up. References with the same key and text are one note. In print
the roles are those of the W3C's DPUB-ARIA 1.1; anchors have a sign that no heading's anchor has.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

from communique.publishing.words import Say
from communique.text import sanitise

# Attributes as the sanitiser and the desk write them: in double quotes, with quotes inside them escaped.
_MARK = re.compile(r'<footnote\b(?P<attributes>(?:\s+[a-z]+="[^"]*")*)\s*>.*?</footnote>', re.DOTALL)
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_LINKED = re.compile(r"(<a\b.*?</a>|<[^>]+>)", re.DOTALL)
_LINK = r'<a class="address" href="\g<0>"><bdi dir="ltr">\g<0></bdi></a>'
_ADDRESS = re.compile(r"https?://[^\s<>\"«»“”]+[^\s<>\"«»“”.,;:!?)\]’'»”،؛۔]")
_PARAGRAPHS = re.compile(r"</p>\s*<p\b[^>]*>")
_EDGES = re.compile(r"^\s*<p\b[^>]*>|</p>\s*$")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: what tells it from others on its page, and its text as markup within a line."""

    key: str
    text: str


def mark(note: Note) -> str:
    """A footnote as rich text stores it."""
    return f'<footnote key="{escape(note.key)}" note="{escape(note.text)}">*</footnote>'


def notes(markup: str) -> list[Note]:
    """The footnotes in stored rich text, in order, each as often as it is referred to."""
    return [_read(found) for found in _MARK.finditer(markup)] if "<footnote" in markup else []


def written(markup: str) -> str:
    """A note's text as it may be kept: made safe, within a line, its paragraphs parted by line breaks."""
    return sanitise.note(_PARAGRAPHS.sub("<br>", _EDGES.sub("", markup.strip()))).strip()


def _read(found: re.Match[str]) -> Note:
    told = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found["attributes"])}
    return Note(told.get("key", ""), written(told.get("note", "")))


@dataclass
class Notes:
    """The notes of one page, gathered and numbered while it is set."""

    say: Say
    rich: Callable[[str], str]
    _numbers: dict[Note, int] = field(default_factory=dict)
    _times: Counter[Note] = field(default_factory=Counter)

    def referred(self, markup: str) -> str:
        """Rich text with a reference in place of each footnote; one without words leaves nothing."""
        return _MARK.sub(lambda found: self._reference(_read(found)), markup) if "<footnote" in markup else markup

    def section(self) -> str:
        """The notes themselves, to stand at the end of the page; nothing if there are none."""
        if not self._numbers:
            return ""
        told = "".join(self._note(number, note) for note, number in self._numbers.items())
        heading = f'<h2 id="notes">{escape(self.say("Notes"), quote=False)}</h2>'
        return f'<section class="notes" role="doc-endnotes" aria-labelledby="notes">{heading}<ol>{told}</ol></section>'

    def _reference(self, note: Note) -> str:
        if not note.text:
            return ""
        if not note.key:
            note = Note(f":{len(self._numbers)}", note.text)  # nothing says that it is the same as another
        number = self._numbers.setdefault(note, len(self._numbers) + 1)
        self._times[note] += 1
        time = self._times[note]
        label = escape(self.say("Note {number}", number=number))
        return (
            f'<sup class="noteref"><a id="{_place(number, time)}" href="#note:{number}" role="doc-noteref"'
            f' aria-label="{label}">{number}</a></sup>'
        )

    def _note(self, number: int, note: Note) -> str:
        times = self._times[note]
        label = escape(self.say("Back to note {number} in the text", number=number))
        ways = " ".join(
            f'<a class="notes__back" href="#{_place(number, time)}" role="doc-backlink" aria-label="{label}">'
            f"^{f'<sup>{time}</sup>' if times > 1 else ''}</a>"
            for time in range(1, times + 1)
        )
        return f'<li id="note:{number}"><p dir="auto">{_linked(self.rich(note.text))} {ways}</p></li>'


def _place(number: int, time: int) -> str:
    return f"noteref:{number}" if time == 1 else f"noteref:{number}:{time}"


def _linked(markup: str) -> str:
    """Addresses that are only written out can be followed too."""
    if "://" not in markup:
        return markup
    return "".join(piece if piece.startswith("<") else _ADDRESS.sub(_LINK, piece) for piece in _LINKED.split(markup))
