"""An event in a list: in those of events, and among other things on the pages of topics and people."""

from __future__ import annotations

from communique.content.cards import Card
from communique.content.frames import Context, pictured
from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text.scripts import direction
from communique.text.zones import offset

from . import named, questions, times, zone_names
from .kinds import Attendance
from .questions import Face


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """An event as lists of all kinds show it, and the files it shows."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    when = told(face)
    kicker = named.kind(in_language(face.language), face.kind)
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": f"{kicker} · {when['state']}" if when["state"] else kicker,
        "standfirst": face.standfirst,
        "byline": " · ".join(part for part in (when["days"], when["hours"], when["where"]) if part),
        "published": None,
        "picture": pictured(face.picture, alt=face.alt or None) if face.picture else None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": [],
    }
    return shown, face.picture.media if face.picture else ()


def entry(ask: Ask, page_id: int) -> tuple[Context, tuple[Media, ...]] | None:
    """An event as the lists of events show it."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    shown = {
        "title": face.title,
        "address": face.address,
        "standfirst": face.standfirst,
        "language": face.language,
        "dir": direction(face.language),
        "picture": pictured(face.picture, alt="") if face.picture else None,
        **told(face),
    }
    return shown, face.picture.media if face.picture else ()


def told(face: Face) -> Context:
    """What kind of event it is, when and where, in the words of its language."""
    say = in_language(face.language)
    online = face.attendance != Attendance.PLACE
    where = [face.place] if face.place else []
    where += [say("Online")] if online else []
    shown: Context = {
        "kind": named.kind(say, face.kind),
        "state": named.state(say, face.status),
        "cancelled": face.status == "cancelled",
        "over": face.over,
        "where": " · ".join(where),
        "begins": when.starts if (when := face.when) else None,
        **dict.fromkeys(("days", "hours", "zone", "starts", "ends", "month", "day"), ""),
    }
    if when is None:
        return shown
    starts, ends = times.machine_span(when)
    shown |= {
        "days": times.days(when, face.language),
        "day": str(when.first.day),
        "month": times.month(when, face.language),
        "starts": starts,
        "ends": ends,
    }
    if when.all_day:
        return shown
    one_day = when.first.date() == when.last_day
    zone = say("{place} time", place=zone_names.named(when.zone, face.language))
    return shown | {
        "hours": times.hours(when.starts, when.ends if one_day else None, when.zone),
        "zone": f"{zone} ({offset(when.starts, when.zone)})",
    }
