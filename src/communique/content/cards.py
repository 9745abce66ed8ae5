"""Cards: how a page shows itself in a list. A section offers the cards of its kinds of page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from communique.press.questions import Ask, all_made
from communique.press.sheets import Media

from .described import Collection
from .questions.pages import Link

Card = dict[str, Any]
"""{title, address, kicker, standfirst, byline, published, picture | None, language, dir, topics}"""

Make = Callable[[Ask, int], "tuple[Card, tuple[Media, ...]] | None"]

_offered: dict[str, Make] = {}
_newest: set[str] = set()


def offer(kind: str, make: Make, *, newest: bool = True) -> None:
    """Offer the cards of a kind of page ("articles.articlepage").

    Lists of the `newest` take up what is published at a time, and not what takes place at one, or has none.
    """
    _offered[kind] = make
    (_newest.add if newest else _newest.discard)(kind)


def kinds() -> list[str]:
    """The kinds of pages that have cards, by name."""
    return sorted(_offered)


def newest_kinds() -> list[str]:
    """Those of which there is a newest, by name."""
    return sorted(_newest)


def listed(cards: Iterable[Card]) -> Collection:
    """What a page that shows these cards is, for machines."""
    return Collection(tuple(Link(card["title"], card["address"]) for card in cards))


def several(ask: Ask, entries: Iterable[tuple[int, str]]) -> tuple[list[Card], tuple[Media, ...]]:
    """The cards of several pages in order, and the files they show; one that can't be seen, or made, is left out."""
    made = all_made(ask, ((_offered[kind], page_id) for page_id, kind in entries if kind in _offered))
    return [card for card, _ in made], tuple(file for _, files in made for file in files)
