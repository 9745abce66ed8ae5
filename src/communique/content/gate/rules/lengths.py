"""Titles and words that are too long for a small screen, and titles that shout."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.looking import everywhere, shortened
from communique.content.gate.rulebook import rule

LONG_TITLE, LONGEST_TITLE = 120, 200
LONG_WORD = 60
TITLE = Place("title", "Title")

_WORD = re.compile(rf"[^\s/.?&=_-]{{{LONG_WORD + 1},}}")


@rule
def endless_titles(draft: Draft) -> Iterator[Finding]:
    """A title that no list, card or screen holds."""
    if len(draft.page.title) > LONGEST_TITLE:
        yield Finding(
            TITLE,
            f"The title has {len(draft.page.title)} letters.",
            f"Say it in {LONG_TITLE}, and the rest in the standfirst.",
        )


@rule
def long_titles(draft: Draft) -> Iterator[Finding]:
    """A title that fills a telephone's screen."""
    if LONG_TITLE < len(draft.page.title) <= LONGEST_TITLE:
        yield Finding(
            TITLE,
            f"The title has {len(draft.page.title)} letters; lists and search engines cut it.",
            "Say the rest in the standfirst.",
            Level.WARNS,
        )


@rule
def titles_in_capitals(draft: Draft) -> Iterator[Finding]:
    """A title in capitals alone: harder to read, and read out letter by letter. Acronyms pass."""
    letters = [sign for sign in draft.page.title if sign.lower() != sign.upper()]
    if len(letters) > 8 and " " in draft.page.title.strip() and all(sign.isupper() for sign in letters):
        yield Finding(TITLE, "The title is in capitals alone.", "Write it as a sentence.", Level.WARNS)


@rule
def long_words(draft: Draft) -> Iterator[Finding]:
    """A word that breaks wherever the line ends."""
    for place, word in everywhere(draft, lambda text: _WORD.findall(text)):
        yield Finding(
            place,
            f"“{shortened(word, 30)}” is a word of {len(word)} letters.",
            "Is a space missing? A long address is better hidden behind words.",
            Level.WARNS,
        )
