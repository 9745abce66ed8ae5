"""What stands in the slots of a home or landing page, and what may be put there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from django.conf import settings

from communique.content.richtext import printed
from communique.press.questions import Reading, question
from communique.publishing.addresses import address_of

from .pages import Link, current_address, link

UNFILED = {"content_plainpage": "content.plainpage", "content_landingpage": "content.landingpage"}
"""Pages that stand in no list, and can be picked all the same: by table, what they are."""

NEVER = ""


@dataclass(frozen=True)
class Pick:
    """A page that an editor put somewhere, and its last day there as ISO has it; NEVER is without end."""

    page_id: int | None
    until: str


@dataclass(frozen=True)
class Slot:
    """One slot as an editor filled it in; what it doesn't have is empty."""

    key: str
    kind: str
    heading: str = ""
    picks: tuple[Pick, ...] = ()
    kinds: tuple[str, ...] = ()
    topics: tuple[int, ...] = ()
    count: int = 0
    html: str = ""
    link: Link | None = None
    offer: str = ""


@dataclass(frozen=True)
class Standing:
    """A page in a list: when it was published, its number, what it is."""

    published: datetime
    page_id: int
    kind: str


@dataclass(frozen=True)
class Shown:
    """A page that stands in no list, as a card shows it."""

    title: str
    address: str
    language: str
    standfirst: str


@question
def slots(read: Reading, table: str, page_id: int) -> tuple[Slot, ...]:
    """The slots of a page of a table, in order; those of a page that isn't curated are none."""
    own = read.row(table, page_id, columns=("slots",))
    stored = orjson.loads(own.slots) if own is not None and own.slots else []
    return tuple(_slot(read, raw) for raw in stored)


def _slot(read: Reading, raw: Mapping[str, Any]) -> Slot:
    kind, value, key = raw["type"], raw["value"], str(raw.get("id") or "")
    heading = value.get("heading") or ""
    kinds = tuple(value.get("kinds") or ())
    if kind == "lead":
        return Slot(key, kind, picks=(_pick(value),), kinds=kinds)
    if kind == "row":
        picks = tuple(_pick(_value(one)) for one in value["picks"])
        return Slot(key, kind, heading, picks=picks, kinds=kinds)
    if kind == "newest":
        topics = (value["topic"],) if value.get("topic") else ()
        return Slot(key, kind, heading, kinds=kinds, topics=topics, count=value.get("count") or 0)
    if kind == "callout":
        html = printed(value.get("text") or "", lambda number: address_of.reads(read, number))
        page = link(read, value["page"]) if value.get("page") else None
        to = Link(value.get("label") or page.title, page.address) if page else None
        return Slot(key, kind, heading, html=html, link=to)
    if kind == "topics":
        return Slot(key, kind, heading, topics=tuple(number for one in value["topics"] if (number := _value(one))))
    return Slot(key, kind, offer=value.get("offer") or "")


def _pick(value: Mapping[str, Any]) -> Pick:
    return Pick(value.get("page"), value.get("until") or NEVER)


def _value(item: Any) -> Any:
    """What an item of a list holds: it is stored with an id, and in older revisions without."""
    return item["value"] if isinstance(item, Mapping) and item.get("type") == "item" else item


@question
def standing(read: Reading, page_id: int) -> str | None:
    """What a page is that may be picked; None for one that readers can't see, or that was taken back."""
    for place in read.rows("content_listing", page_id=page_id, columns=("kind",)):
        return str(place.kind)
    for table, kind in UNFILED.items():
        if read.row(table, page_id, columns=("language",)) is not None:
            return kind
    return None


@question
def over(read: Reading, day: str) -> bool:
    """Whether a day has ended where the organisation is."""
    last = date.fromisoformat(day)
    midnight = datetime.combine(date.fromordinal(last.toordinal() + 1), time(), ZoneInfo(settings.TIME_ZONE))
    return read.passed(midnight.astimezone(UTC))


@question
def newest_on(read: Reading, shelf: str, kind: str, count: int) -> tuple[Standing, ...]:
    """The newest of a list, newest first; of one kind, or of every kind where it is ""."""
    columns = ("published", "page_id", "kind")
    options: dict[str, Any] = {"newest_first": True, "limit": count, "columns": columns, "shelf": shelf}
    if kind:
        options["kind"] = kind
    rows = read.span("content_listing", ("published", "page_id"), **options)
    return tuple(Standing(row.published, row.page_id, row.kind) for row in rows)


@question
def unfiled(read: Reading, table: str, page_id: int) -> Shown | None:
    """A page of a table that stands in no list, as a card shows it."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(table, page_id, columns=("language", "standfirst"))
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    return Shown(page.title, address, own.language, own.standfirst)
