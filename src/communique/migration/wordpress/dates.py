"""Dates of an export: in the site's own time and in UTC, and the time zone that follows from both."""

from __future__ import annotations

import zoneinfo
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache

Zone = zoneinfo.ZoneInfo

_QUARTER = 15 * 60
_FURTHEST = timedelta(hours=15)
# A day between a text and its revision, and more than these many revised within minutes of each other.
_MATERIAL = timedelta(days=1)
_BULK = 5
_BULK_WITHIN = timedelta(minutes=10)


def read(written: str) -> datetime | None:
    """A date as WordPress writes it, without a zone; None for zeros and what is no date."""
    try:
        return datetime.fromisoformat(written.strip().replace("/", "-")).replace(tzinfo=None)
    except ValueError:
        return None


def moment(local: str, utc: str, zone: Zone) -> datetime | None:
    """When something happened, in UTC: as stated, or from the site's own time."""
    stated = read(utc)
    if stated is not None:
        return stated.replace(tzinfo=UTC)
    told = read(local)
    return told.replace(tzinfo=zone).astimezone(UTC) if told is not None else None


class Offsets:
    """What the site's clock was away from UTC, at each moment that an export tells of."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[datetime, timedelta]] = Counter()

    def add(self, local: str, utc: str) -> None:
        """Take note of one date in both times; one that can't be a zone's is passed over."""
        here, there = read(local), read(utc)
        if here is None or there is None:
            return
        offset = here - there
        if abs(offset) < _FURTHEST and offset.total_seconds() % _QUARTER == 0:
            self._seen[there.replace(hour=there.hour // 6 * 6, minute=0, second=0), offset] += 1

    def zones(self) -> list[str]:
        """The zones that fit every date, or most of them; UTC if there is nothing to go by."""
        if not self._seen:
            return ["UTC"]
        if all(not offset for _, offset in self._seen):
            return ["UTC"]
        fits = {name: self._fitting(Zone(name)) for name in _names()}
        best = max(fits.values())
        return [name for name, number in fits.items() if number == best] if best else ["UTC"]

    def _fitting(self, zone: Zone) -> int:
        return sum(
            number
            for (at, offset), number in self._seen.items()
            if at.replace(tzinfo=UTC).astimezone(zone).utcoffset() == offset
        )


def bulk_moments(moments: Iterable[datetime]) -> set[datetime]:
    """The minutes at which many texts were changed at once: by a machine, not by an author."""
    minutes = Counter(each.replace(second=0, microsecond=0) for each in moments)
    ordered = sorted(minutes)
    found: set[datetime] = set()
    start = 0
    within = 0
    for end, minute in enumerate(ordered):
        within += minutes[minute]
        while minute - ordered[start] > _BULK_WITHIN:
            within -= minutes[ordered[start]]
            start += 1
        if within > _BULK:
            found.update(ordered[start : end + 1])
    return found


def updated(published: datetime | None, modified: datetime | None, bulk: set[datetime]) -> datetime | None:
    """When a text was last revised, if readers should be told: a day later at least, and by its author."""
    if published is None or modified is None or modified - published < _MATERIAL:
        return None
    return None if modified.replace(second=0, microsecond=0) in bulk else modified


@cache
def _names() -> list[str]:
    """Zones by place, those of whole continents and the old names left out."""
    places = (
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    )
    return sorted(name for name in zoneinfo.available_timezones() if name.startswith(places))
