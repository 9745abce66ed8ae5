"""Filling slots: what readers find in each, no page twice, and what its editor should know about it.

What an editor picked has its place first; then the newest fill what is left, from the top.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from communique.content import cards, lists
from communique.content.cards import Card
from communique.content.frames import Context
from communique.content.questions import names
from communique.content.questions.lists import Entry
from communique.content.questions.slots import Pick, Slot, newest_on, over, slots, standing
from communique.press.questions import Ask
from communique.press.sheets import Media

SPARE = 3
"""So many more of the newest are looked at than there are places, in case that some can't be shown."""


class Why(Enum):
    """Why something else stands in a place than was picked."""

    OVER = "over"
    GONE = "gone"
    TWICE = "twice"


@dataclass(frozen=True)
class Missed:
    """A pick that readers don't find where it was put."""

    pick: Pick
    why: Why

    @property
    def last_day(self) -> date | None:
        """Its last day in the slot, if it had one."""
        return date.fromisoformat(self.pick.until) if self.pick.until else None


@dataclass
class Filled:
    """A slot with what readers find in it; nothing of a slot without matter is printed."""

    slot: Slot
    cards: list[Card] = field(default_factory=list)
    topics: list[Context] = field(default_factory=list)
    missed: list[Missed] = field(default_factory=list)
    media: list[Media] = field(default_factory=list)
    more: Context | None = None
    fragment: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether readers would find nothing in it."""
        return not (self.cards or self.topics or self.slot.html or self.slot.link or self.fragment)

    @property
    def context(self) -> Context:
        """The slot as templates show it."""
        link = self.slot.link
        return {
            "kind": self.slot.kind,
            "heading": self.slot.heading,
            "articles": self.cards,
            "topics": self.topics,
            "html": self.slot.html,
            "link": {"title": link.title, "address": link.address} if link else None,
            "more": self.more,
            "fragment": self.fragment,
        }


def of_page(ask: Ask, table: str, page_id: int, language: str) -> list[Filled]:
    """The slots of a page of a table, filled; also those in which there is nothing."""
    return _Filling(ask, page_id, language).fill(ask(slots, table, page_id))


def printed(filled: Sequence[Filled]) -> tuple[list[Context], tuple[Media, ...]]:
    """What is printed of filled slots, and the files it shows."""
    full = [one for one in filled if not one.is_empty]
    return [one.context for one in full], tuple(media for one in full for media in one.media)


class _Filling:
    def __init__(self, ask: Ask, page_id: int, language: str) -> None:
        self._ask = ask
        self._language = language
        self._taken = {page_id}

    def fill(self, several: Sequence[Slot]) -> list[Filled]:
        found = [Filled(slot) for slot in several]
        places = [self._places(one) for one in found]
        for one, standing_there in zip(found, places, strict=True):
            self._complete(one, standing_there)
        return found

    def _places(self, filled: Filled) -> list[Entry | None]:
        """What was picked for each place and can stand there; None where the newest has to."""
        return [self._picked(filled, pick) for pick in filled.slot.picks]

    def _picked(self, filled: Filled, pick: Pick) -> Entry | None:
        if pick.page_id is None:
            return None
        kind = self._ask(standing, pick.page_id)
        why = None
        if pick.until and self._ask(over, pick.until):
            why = Why.OVER
        elif kind is None or not cards.several(self._ask, [(pick.page_id, kind)])[0]:
            why = Why.GONE
        elif pick.page_id in self._taken:
            why = Why.TWICE
        if why is not None or kind is None:
            filled.missed.append(Missed(pick, why or Why.GONE))
            return None
        self._taken.add(pick.page_id)
        return pick.page_id, kind

    def _complete(self, filled: Filled, places: list[Entry | None]) -> None:
        slot = filled.slot
        if slot.kind == "topics":
            filled.topics = self._topics(slot.topics)
        elif slot.kind == "offered":
            filled.fragment = slot.offer.format(language=self._language) if slot.offer else ""
        wanted = places or [None] * slot.count
        newest = self._newest(slot, sum(place is None for place in wanted))
        for place in wanted:
            self._put(filled, place, newest)
        if slot.kind == "newest" and slot.topics and filled.cards:
            filled.more = next(iter(self._topics(slot.topics)), None)

    def _put(self, filled: Filled, place: Entry | None, newest: Iterator[Entry]) -> None:
        """What was picked, or the next of the newest that can be shown; nothing where there is none."""
        for one in [place] if place is not None else newest:
            shown, media = cards.several(self._ask, [one])
            if shown:
                filled.cards += shown
                filled.media += media
                return

    def _newest(self, slot: Slot, count: int) -> Iterator[Entry]:
        if not count:
            return
        enough = count + len(self._taken) + SPARE
        looked_at = (self._ask(newest_on, shelf, kind, enough) for shelf, kind in self._shelves(slot))
        found = {one.page_id: one for several in looked_at for one in several}
        for one in sorted(found.values(), key=lambda one: (one.published, one.page_id), reverse=True):
            if one.page_id not in self._taken:
                self._taken.add(one.page_id)
                yield one.page_id, one.kind

    def _shelves(self, slot: Slot) -> list[tuple[str, str]]:
        """The lists to look in, and for which kind."""
        if slot.topics:
            shelf = lists.topic(slot.topics[0], self._language)
            return [(shelf, kind) for kind in slot.kinds or cards.newest_kinds()]
        return [(lists.newest(kind, self._language), kind) for kind in slot.kinds or cards.newest_kinds()]

    def _topics(self, numbers: Sequence[int]) -> list[Context]:
        """Those that have a page in this language, each once."""
        found = (self._ask(names.topic, number, self._language) for number in dict.fromkeys(numbers))
        return [{"title": one.name, "address": one.address} for one in found if one is not None and one.address]
