"""Calendar files (RFC 5545): events with the rules of their time zones. Plain reckoning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar

from .times import Span

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//communique//events//EN"
YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Entry:
    """An event as a calendar knows it. `status` is RFC 5545's word for it; `key` is its name, which lasts."""

    key: str
    title: str
    when: Span
    address: str
    language: str
    changed: datetime
    sequence: int = 0
    status: str = "CONFIRMED"
    description: str = ""
    location: str = ""
    kind: str = ""


def calendar(entries: Iterable[Entry], *, language: str, name: str = "") -> bytes:
    """A calendar of these events; a `name` is what those who subscribe to it see."""
    listed = list(entries)
    written = icalendar.Calendar()
    written.add("version", "2.0")
    written.add("prodid", PRODUCT)
    written.add("method", "PUBLISH")
    if name:
        written.add("name", name, parameters={"language": language})
        written.add("x-wr-calname", name)
        written.add("refresh-interval", timedelta(hours=12), parameters={"value": "DURATION"})
    for zone in sorted({one.when.zone for one in listed if not one.when.all_day and one.when.zone != "UTC"}):
        whens = [one.when for one in listed if one.when.zone == zone and not one.when.all_day]
        written.add_component(_zone(zone, min(when.starts for when in whens), max(when.ends for when in whens)))
    for one in listed:
        written.add_component(_event(one))
    return written.to_ical(sorted=False)


def _event(one: Entry) -> icalendar.Event:
    said = {"language": one.language}
    event = icalendar.Event()
    event.add("uid", f"urn:uuid:{one.key}")
    event.add("dtstamp", one.changed.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", one.changed.astimezone(UTC).replace(microsecond=0))
    event.add("sequence", one.sequence)
    if one.when.all_day:
        event.add("dtstart", one.when.first.date())
        event.add("dtend", one.when.last.date())
    else:
        event.add("dtstart", one.when.first)
        event.add("dtend", one.when.last)
    event.add("summary", one.title, parameters=said)
    event.add("status", one.status)
    event.add("url", one.address)
    for name, value in (("description", one.description), ("location", one.location), ("categories", one.kind)):
        if value:
            event.add(name, [value] if name == "categories" else value, parameters=said)
    return event


def _zone(name: str, begins: datetime, ends: datetime) -> icalendar.Timezone:
    """The rules of a zone from a year before until a year after, as the changes that there were."""
    written = icalendar.Timezone()
    written.add("tzid", name)
    first = datetime(begins.year - 1, 1, 1, tzinfo=UTC)
    before = _state(name, first)
    written.add_component(_observance(first.replace(tzinfo=None) + before[0], before, before))
    for when in _changes(name, first, ends + YEAR):
        after = _state(name, when)
        # By the clocks as they were until then.
        written.add_component(_observance(when.replace(tzinfo=None) + before[0], before, after))
        before = after
    return written


State = tuple[timedelta, bool, str]
"""How far clocks are from UTC, whether it is summer time, and what it is called."""


def _state(zone: str, when: datetime) -> State:
    here = when.astimezone(ZoneInfo(zone))
    return here.utcoffset() or timedelta(), bool(here.dst()), here.tzname() or zone


def _changes(zone: str, begins: datetime, ends: datetime) -> Iterator[datetime]:
    """The moments at which clocks are put forward or back: looked for by halves within weeks."""
    here, step = begins, timedelta(days=7)
    while here < ends:
        if _state(zone, here) != _state(zone, here + step):
            low, high = here, here + step
            while high - low > timedelta(seconds=1):
                middle = low + (high - low) // 2
                low, high = (middle, high) if _state(zone, middle) == _state(zone, low) else (low, middle)
            yield high.replace(microsecond=0)
        here += step


def _observance(
    onset: datetime, before: State, after: State
) -> icalendar.TimezoneStandard | icalendar.TimezoneDaylight:
    written = icalendar.TimezoneDaylight() if after[1] else icalendar.TimezoneStandard()
    written.add("dtstart", onset)
    written.add("tzoffsetfrom", before[0])
    written.add("tzoffsetto", after[0])
    written.add("tzname", after[2])
    return written
