"""What stands beside a page in lists: the nearest before and after it, found by spans and never by whole lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from communique.press.questions import Reading, Row, question

from .pages import Link, link

NEAREST = 3
"""So many on either side of a page are looked at: a new page changes what so many others show."""

TOPICS = 4
"""Of a page with more topics, the first of these are looked through."""

LISTING = "content_listing"
ORDER = ("published", "page_id")


@dataclass(frozen=True)
class Placed:
    """A page in a list."""

    page_id: int
    published: datetime


@dataclass(frozen=True)
class Near:
    """What stands nearest to a page on a topic, in its language, on either side; the nearest first."""

    topic_id: int
    before: tuple[Placed, ...]
    after: tuple[Placed, ...]


@dataclass(frozen=True)
class Neighbours:
    """The pages before and after one; none at the ends."""

    previous: Link | None
    next: Link | None


@question
def near(read: Reading, page_id: int) -> tuple[Near, ...]:
    """For each topic of a page, what stands nearest to it there. One that was taken back is in no list: nothing."""
    own = read.rows(LISTING, page_id=page_id, columns=("shelf", "published"))
    places = {_topic(row.shelf): row for row in own if row.shelf.startswith("topic:")}
    found = []
    for topic_id in sorted(places)[:TOPICS]:
        shelf, here = places[topic_id].shelf, (places[topic_id].published, page_id)
        before = read.span(LISTING, ORDER, before=here, newest_first=True, limit=NEAREST, columns=ORDER, shelf=shelf)
        after = read.span(LISTING, ORDER, after=here, limit=NEAREST, columns=ORDER, shelf=shelf)
        found.append(Near(topic_id, _placed(before), _placed(after)))
    return tuple(found)


@question
def by_date(read: Reading, page_id: int) -> Neighbours:
    """The pages before and after one by date: of its type, else of its section and language."""
    own = read.rows(LISTING, page_id=page_id, columns=("shelf", "language", "published"))
    for prefix in ("type:", "section:"):
        for row in own:
            if row.shelf.startswith(prefix):
                return Neighbours(_nearest(read, row, page_id, back=True), _nearest(read, row, page_id, back=False))
    return Neighbours(None, None)


def _nearest(read: Reading, place: Row, page_id: int, *, back: bool) -> Link | None:
    here = (place.published, page_id)
    found = read.span(
        LISTING,
        ORDER,
        before=here if back else None,
        after=None if back else here,
        newest_first=back,
        limit=1,
        columns=ORDER,
        shelf=place.shelf,
        language=place.language,
    )
    return link(read, found[0].page_id) if found else None


def _placed(rows: Iterable[Row]) -> tuple[Placed, ...]:
    return tuple(Placed(row.page_id, row.published) for row in rows)


def _topic(shelf: str) -> int:
    return int(shelf.split(":")[1])
