"""When an event is: its beginning and end as moments, and how readers are told of them. Plain reckoning."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from communique.text import dates, zones

MIDNIGHT = time()


@dataclass(frozen=True)
class Span:
    """From one moment (UTC) to another, on the clocks of a zone; of whole days, `ends` is the midnight after."""

    starts: datetime
    ends: datetime
    zone: str
    all_day: bool

    @property
    def first(self) -> datetime:
        """Its beginning on the clocks of its zone."""
        return self.starts.astimezone(ZoneInfo(self.zone))

    @property
    def last(self) -> datetime:
        """Its end on the clocks of its zone."""
        return self.ends.astimezone(ZoneInfo(self.zone))

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return (self.ends - timedelta(microseconds=1)).astimezone(ZoneInfo(self.zone)).date()


def span(
    first: date | None, begins: time | None, last: date | None, finishes: time | None, zone: str, all_day: bool
) -> Span | None:
    """When an event is, from what was filled in; None as long as too little is said."""
    if first is None:
        return None
    last = last or first
    if all_day:
        starts = zones.moment(first, MIDNIGHT, zone).moment
        return Span(starts, zones.moment(last + timedelta(days=1), MIDNIGHT, zone).moment, zone, True)
    if begins is None or finishes is None:
        return None
    return Span(zones.moment(first, begins, zone).moment, zones.moment(last, finishes, zone).moment, zone, False)


def days(told: Span, language: str) -> str:
    """The day or days in words, with the day of the week: "Thursday, 12 March 2026"."""
    comma = "، " if language.split("-")[0] in ("ur", "ar") else ", "
    first, last = told.first.date(), told.last_day
    named = [f"{dates.weekday(day, language)}{comma}{dates.in_words(day, language)}" for day in (first, last)]
    return named[0] if first == last else " – ".join(named)


def hours(starts: datetime, ends: datetime | None, zone: str) -> str:
    """From when to when by the clocks of a zone: "15:00–17:30"."""
    here = ZoneInfo(zone)
    shown = [f"{when.astimezone(here):%H:%M}" for when in (starts, ends) if when is not None]
    return "–".join(shown)


def machine(when: datetime, zone: str) -> str:
    """A moment with the offset of a zone, for `time` elements and search engines."""
    return dates.iso(when, ZoneInfo(zone))


def machine_span(told: Span) -> tuple[str, str]:
    """Beginning and end for machines: moments with the offset of their zone, or the first and last of whole days."""
    if told.all_day:
        return f"{told.first.date()}", f"{told.last_day}"
    return machine(told.starts, told.zone), machine(told.ends, told.zone)


def part(day: date | None, at: time | None, until: time | None, zone: str) -> tuple[datetime, datetime | None] | None:
    """When a part of a programme begins and ends; one that ends by an earlier time ends on the day after."""
    if day is None or at is None:
        return None
    starts = zones.moment(day, at, zone).moment
    if until is None:
        return starts, None
    return starts, zones.moment(day if until > at else day + timedelta(days=1), until, zone).moment


def month(told: Span, language: str) -> str:
    """The month and year in which an event begins, as one names them without a day: "March 2026"."""
    return dates.month_in_words(told.first.year, told.first.month, language)


def day_of(when: datetime, zone: str, language: str) -> str:
    """The day of a moment on the clocks of a zone, in words."""
    return days(Span(when, when + timedelta(microseconds=1), zone, False), language)
