"""What printed pages ask about offices."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content.questions.pages import Link, link
from communique.press.questions import Reading, Row, question

from .terms import Term

PAGES = "about_memberspage"
OFFICES = "about_office"


@dataclass(frozen=True)
class Held:
    """An office that has begun; `past` once its last day is over. No title: the role in the person's own record."""

    circle_id: int
    person_id: int
    title: str
    term: Term
    past: bool


@question
def circle_of(read: Reading, page_id: int) -> int | None:
    """Whom a page of members shows."""
    row = read.row(PAGES, page_id, columns=("circle_id",))
    return row.circle_id if row is not None else None


@question
def offices(read: Reading, circle_id: int, language: str) -> tuple[Held, ...]:
    """The offices of a circle that have begun, in the editors' order."""
    rows = read.rows(OFFICES, circle_id=circle_id, order=("sort_order", "id"))
    return tuple(held for row in rows if (held := _held(read, row, language)) is not None)


@question
def offices_of(read: Reading, person_id: int, language: str) -> tuple[Held, ...]:
    """The offices of a person that have begun, the one that began last before the others."""
    rows = sorted(
        read.rows(OFFICES, person_id=person_id, order=("id",)), key=lambda row: row.began or date.min, reverse=True
    )
    return tuple(held for row in rows if (held := _held(read, row, language)) is not None)


@question
def page_of(read: Reading, circle_id: int, language: str) -> Link | None:
    """The public page that shows a circle in a language; of several, the one made first."""
    rows = read.rows(PAGES, circle_id=circle_id, language=language, order=("page_ptr_id",), columns=("page_ptr_id",))
    found = (link(read, row.page_ptr_id) for row in rows)
    return next((one for one in found if one is not None), None)


def _held(read: Reading, row: Row, language: str) -> Held | None:
    if row.began is not None and not read.passed(_midnight(row.began)):
        return None
    past = row.ended is not None and read.passed(_midnight(row.ended + timedelta(days=1)))
    title = _title(read, row.position_id, language) if row.position_id else ""
    return Held(row.circle_id, row.person_id, title, Term(row.began, row.ended), past)


def _title(read: Reading, position_id: int, language: str) -> str:
    texts = read.rows("about_positiontext", position_id=position_id, language=language, columns=("title",))
    own = texts[0] if texts else read.row("about_position", position_id, columns=("title",))
    return str(own.title) if own is not None else ""


def _midnight(day: date) -> datetime:
    """The beginning of a day where the organisation is."""
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)).astimezone(ZoneInfo("UTC"))
