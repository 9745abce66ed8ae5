"""Time zones: those that editors choose among, and the moment that a clock in one of them shows."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum
from zoneinfo import ZoneInfo


def time_zones() -> list[str]:
    """Those named for a place, and UTC. What else a machine has ("localtime", "posixrules") browsers don't know."""
    return ["UTC", *sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone and zone[:4] != "Etc/")]


class Clocks(Enum):
    """How often a clock shows a time on a day: mostly once."""

    ONCE = "once"
    NEVER = "never"
    TWICE = "twice"


@dataclass(frozen=True)
class Shown:
    """The moment (UTC) at which clocks in a zone show a time on a day, and how often they do.

    A time that they leave out is the moment at which they would have shown it had they not been put forward; of a
    time that comes twice it is the first.
    """

    moment: datetime
    clocks: Clocks


def moment(day: date, at: time, zone: str) -> Shown:
    """When clocks in an IANA zone show a time on a day."""
    here = ZoneInfo(zone)
    first, second = (datetime.combine(day, at.replace(fold=fold), here).astimezone(UTC) for fold in (0, 1))
    if first == second:
        return Shown(first, Clocks.ONCE)
    return Shown(first, Clocks.TWICE if first < second else Clocks.NEVER)


def offset(when: datetime, zone: str) -> str:
    """What a zone's clocks differ from UTC by at a moment: "UTC+5", "UTC+5:30", "UTC"."""
    away = when.astimezone(ZoneInfo(zone)).utcoffset()
    minutes = round(away.total_seconds() / 60) if away is not None else 0
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'+' if minutes > 0 else '−'}{hours}{f':{rest:02}' if rest else ''}"
