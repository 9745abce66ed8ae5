"""Titles of coverage, composed of who, where and when, in the language of the page. Plain reckoning."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from communique.publishing.words import Say
from communique.text import dates
from communique.text.names import joined, joints

MOST = 3
"""Of more people than these, the first is named."""

LONGEST = 255


def composed(say: Say, people: Sequence[str], outlet: str, programme: str, day: date, language: str) -> str:
    """The title of a piece: "Amina Rahman in Harbour News: The Hour, 3 May 2026"."""
    if not people:
        return joints(language)[0].join(filter(None, (outlet, programme, dates.in_words(day, language))))
    who = joined(people, language) if len(people) <= MOST else say("{name} and others", name=people[0])
    told = {"people": who, "outlet": outlet, "date": dates.in_words(day, language)}
    if programme:
        title = say("{people} in {outlet}: {programme}, {date}", programme=programme, **told)
    else:
        title = say("{people} in {outlet}, {date}", **told)
    return title if len(title) <= LONGEST else f"{title[: LONGEST - 1]}…"
