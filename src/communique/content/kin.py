"""Where to read on from a page: before and after it, and what is related. Any section's sheet may ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from communique.press.questions import Ask
from communique.text.names import joined

from .frames import Context
from .questions import kin, names
from .questions.kin import Near, Placed
from .questions.pages import Link, titled
from .series import Standing

RELATED = 4

Fits = Callable[[int], bool]
"""Whether a page may be led to, by its number: a section may keep some of its pages apart."""


def beside(ask: Ask, page_id: int, language: str, place: Standing | None, fits: Fits) -> Context:
    """The pages before and after one: within its series, else on its first topic with others, else by date.

    `within` says which of them ("series", "topic", "date"), and `topic` the name of that topic.
    """
    if place is not None:
        return _shown("series", "", place.previous, place.next)
    for one in ask(kin.near, page_id):
        before, after = _first(ask, one.before, fits), _first(ask, one.after, fits)
        named = ask(names.topic, one.topic_id, language) if before or after else None
        if named is not None:
            return _shown("topic", named.name, before, after)
    found = ask(kin.by_date, page_id)
    return _shown("date", "", found.previous, found.next)


def related(ask: Ask, page_id: int, language: str, left_out: Iterable[str], fits: Fits) -> list[Context]:
    """A few pages that share topics with one, those that share most first, then the nearest, each saying why.

    `left_out` are the addresses of what the page leads to already.
    """
    others = set(left_out)
    found: list[Context] = []
    for other, published, topics in _ranked(ask(kin.near, page_id)):
        page = ask(titled, other) if fits(other) else None
        if page is None or page.address in others:
            continue
        named = [named.name for topic in topics if (named := ask(names.topic, topic, language)) is not None]
        found.append(
            {
                "title": page.title,
                "address": page.address,
                "published": published,
                "topics": joined(named, language),
            }
        )
        if len(found) == RELATED:
            break
    return found


def _ranked(nears: Iterable[Near]) -> list[tuple[int, datetime, list[int]]]:
    """What is near on any topic: a page's number, its date, and the topics that it was seen on."""
    seen: dict[int, tuple[datetime, list[int]]] = {}
    closest: dict[int, int] = {}
    for one in nears:
        for side in (one.before, one.after):
            for far, placed in enumerate(side):
                seen.setdefault(placed.page_id, (placed.published, []))[1].append(one.topic_id)
                closest[placed.page_id] = min(far, closest.get(placed.page_id, far))
    order = sorted(seen, key=lambda page: (-len(seen[page][1]), closest[page], -seen[page][0].timestamp(), page))
    return [(page, *seen[page]) for page in order]


def _first(ask: Ask, side: tuple[Placed, ...], fits: Fits) -> Link | None:
    nearest = next((one.page_id for one in side if fits(one.page_id)), None)
    return ask(titled, nearest) if nearest is not None else None


def _shown(within: str, topic: str, previous: Link | None, following: Link | None) -> Context:
    return {
        "within": within,
        "topic": topic,
        "previous": previous and {"title": previous.title, "address": previous.address},
        "next": following and {"title": following.title, "address": following.address},
    }
