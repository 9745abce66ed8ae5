"""What printed pages ask about the board."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.press.questions import Reading, question


@dataclass(frozen=True)
class Seat:
    """Someone's seat; `past` once its last day is over."""

    person_id: int
    title: str
    past: bool


@question
def seats(read: Reading, page_id: int) -> tuple[Seat, ...]:
    """The seats of a board that have begun, in the editors' order."""
    rows = read.rows("about_boardseat", page_id=page_id, order=("sort_order",))
    return tuple(
        Seat(row.person_id, row.title, row.ended is not None and read.passed(_midnight(row.ended, later=1)))
        for row in rows
        if row.began is None or read.passed(_midnight(row.began))
    )


def _midnight(day: date, later: int = 0) -> datetime:
    start = datetime.combine(date.fromordinal(day.toordinal() + later), time(), ZoneInfo(settings.TIME_ZONE))
    return start.astimezone(ZoneInfo("UTC"))
