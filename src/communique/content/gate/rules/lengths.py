"""Titles and words that are too long for a small screen, and titles that shout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule
from communique.text.sentences import counted, sentence

LONG_TITLE, LONGEST_TITLE = 120, 200
LONG_WORD = 60
TITLE = Place("title", sentence("Title"))

_WORD = re.compile(rf"[^\s/.?&=_-]{{{LONG_WORD + 1},}}")


@rule
def endless_titles(draft: Draft) -> Iterator[Finding]:
    """A title that no list, card or screen holds."""
    if len(draft.page.title) > LONGEST_TITLE:
        yield Finding(
            TITLE,
            counted("The title has {number} letter.", "The title has {number} letters.", len(draft.page.title)),
            counted(
                "Say it in {number} letter, and the rest in the standfirst.",
                "Say it in {number} letters, and the rest in the standfirst.",
                LONG_TITLE,
            ),
        )


@rule
def long_titles(draft: Draft) -> Iterator[Finding]:
    """A title that fills a telephone's screen."""
    if LONG_TITLE < len(draft.page.title) <= LONGEST_TITLE:
        yield Finding(
            TITLE,
            counted(
                "The title has {number} letter; lists and search engines cut it.",
                "The title has {number} letters; lists and search engines cut it.",
                len(draft.page.title),
            ),
            sentence("Say the rest in the standfirst."),
            Level.WARNS,
        )


@rule
def titles_in_capitals(draft: Draft) -> Iterator[Finding]:
    """A title in capitals alone: harder to read, and read out letter by letter. Acronyms pass."""
    letters = [sign for sign in draft.page.title if sign.lower() != sign.upper()]
    if len(letters) > 8 and " " in draft.page.title.strip() and all(sign.isupper() for sign in letters):
        yield Finding(
            TITLE, sentence("The title is in capitals alone."), sentence("Write it as a sentence."), Level.WARNS
        )


@rule
def long_words(draft: Draft) -> Iterator[Finding]:
    """A word that breaks wherever the line ends."""
    for place, word in everywhere(draft, lambda text: _WORD.findall(text)):
        yield Finding(
            place,
            counted(
                "“{word}” is a word of {number} letter.",
                "“{word}” is a word of {number} letters.",
                len(word),
                word=shortened(word, 30),
            ),
            sentence("Is a space missing? A long address is better hidden behind words."),
            Level.WARNS,
        )
