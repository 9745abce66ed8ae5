"""Telling letters from spam by what stands in them, here, with nobody's help. What is suspicious is held, not lost."""

from __future__ import annotations

import re
from enum import StrEnum

from .writing import Written

LINKS = 4
"""A scholar may send so many; a peddler sends more."""

WORDS = 4
"""A letter with a link has at least so many words besides."""

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_MARKUP = re.compile(r"<a\s[^>]*href|\[/?(?:url|link|img)\b", re.IGNORECASE)


class Suspicion(StrEnum):
    """Why a letter is held."""

    TRAP = "trap"
    MARKUP = "markup"
    LINKS = "links"
    LINK_ALONE = "link_alone"
    LINK_IN_NAME = "link_in_name"
    AGAIN = "again"


def suspicions(told: Written, *, before: int) -> list[Suspicion]:
    """What is suspicious about a letter; `before` is how often the same text came of late."""
    links = _LINK.findall(told.text)
    signs = {
        Suspicion.TRAP: bool(told.trap),
        Suspicion.MARKUP: bool(_MARKUP.search(told.text)),
        Suspicion.LINKS: len(links) > LINKS,
        Suspicion.LINK_ALONE: bool(links) and len(_LINK.sub(" ", told.text).split()) < WORDS,
        Suspicion.LINK_IN_NAME: bool(_LINK.search(told.name)),
        Suspicion.AGAIN: before >= 2,
    }
    return [name for name, shown in signs.items() if shown]
