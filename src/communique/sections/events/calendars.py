"""The calendar files of events: one for each, one for a section, one for each of its kinds."""

from __future__ import annotations

from datetime import datetime

from communique.content.frames import absolute
from communique.content.questions.pages import Head
from communique.content.questions.site import site
from communique.press.questions import Ask, all_made
from communique.press.sheets import Copy
from communique.publishing.words import in_language

from . import lists, named, questions, shelves
from .calendar import MEDIA_TYPE, Entry, calendar
from .divided import DIVIDED
from .kinds import Attendance, Status

PAST = 20
"""So many of those that are over stay in a feed, so that a calendar learns of a late change."""

STATUS = {Status.CANCELLED: "CANCELLED", Status.POSTPONED: "TENTATIVE"}


def of_event(ask: Ask, page_id: int, expires: datetime | None) -> Copy | None:
    """The calendar file of an event; none as long as nobody knows when it is."""
    face = ask(questions.face, page_id)
    made = entry(ask, page_id)
    if face is None or made is None:
        return None
    body = calendar([made], language=face.language)
    where = f"{face.address}event.ics"
    return Copy(where, body=body, media_type=MEDIA_TYPE, language=face.language, expires=expires)


def of_section(ask: Ask, top: Head) -> list[Copy]:
    """The feeds of a section: all its events, and those of each kind."""
    return [_feed(ask, top, kind) for kind in ("", *DIVIDED.every)]


def _feed(ask: Ask, top: Head, kind: str) -> Copy:
    listed = lists.newest_of_all(ask, shelves.of(top.page_id, kind), PAST)
    made = all_made(ask, ((entry, page_id) for page_id in listed))
    title = DIVIDED.title(top.title, top.language, kind)
    body = calendar(made, language=top.language, name=f"{ask(site, top.language).name}: {title}")
    where = f"{DIVIDED.address(top.address, kind)}calendar.ics"
    return Copy(where, body=body, media_type=MEDIA_TYPE, language=top.language, expires=top.expires)


def entry(ask: Ask, page_id: int) -> Entry | None:
    """An event as calendars know it."""
    face, dated = ask(questions.face, page_id), ask(questions.dated, page_id)
    if face is None or dated is None or face.when is None:
        return None
    say = in_language(face.language)
    online = say("Online") if face.attendance != Attendance.PLACE else ""
    state = named.state(say, face.status)
    told = (state, face.standfirst, dated.joining, dated.booking_link if face.open else "", absolute(face.address))
    return Entry(
        dated.key,
        f"{state}: {face.title}" if state and face.status != Status.MOVED else face.title,
        face.when,
        absolute(face.address),
        face.language,
        dated.changed,
        dated.sequence,
        STATUS.get(face.status, "CONFIRMED"),  # type: ignore[call-overload]  # a member equals its value
        "\n\n".join(part for part in told if part),
        ", ".join(part for part in (face.place, face.place_address, online) if part),
        named.kind(say, face.kind),
    )
