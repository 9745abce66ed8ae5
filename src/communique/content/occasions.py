"""Occasions: what takes place, as events do, and what other pages show of it. No section knows another.

A part whose pages may belong to an occasion offers to look; the page of the occasion then leads to them by itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wagtail.models import get_page_models

from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.words import in_language

from . import cards

if TYPE_CHECKING:
    from .frames import Context
    from .models import BasePage


@dataclass(frozen=True)
class Offer:
    """What a part has of occasions: under which words, and the numbers of its pages of one; `kind` is theirs."""

    heading: str
    kind: str
    look: Callable[[Ask, int], Iterable[int]]


_offers: list[Offer] = []


def offer(offered: Offer) -> None:
    """Offer to look for what belongs to an occasion."""
    if offered not in _offers:
        _offers.append(offered)


def kinds() -> list[type[BasePage]]:
    """The kinds of page that take place: they stand in lists, and by their own time and not among the newest."""
    from .models import BasePage

    timed = set(cards.kinds()) - set(cards.newest_kinds())
    return [
        kind
        for kind in get_page_models()
        if issubclass(kind, BasePage) and kind.files_itself and kind._meta.label_lower in timed
    ]


def shown(ask: Ask, page_id: int, language: str) -> tuple[list[Context], tuple[Media, ...]]:
    """What belongs to an occasion as templates show it, by the part that keeps it, and the files it shows."""
    say = in_language(language)
    found: list[Context] = []
    media: list[Media] = []
    for one in _offers:
        made, files = cards.several(ask, [(number, one.kind) for number in one.look(ask, page_id)])
        if made:
            found.append({"heading": say(one.heading), "name": one.kind.partition(".")[0], "cards": made})
            media += files
    return found, tuple(media)
