"""What must not be missing, or stand there, when an event is published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.recordings.reaching import lacking
from communique.text.plain import text_of
from communique.text.sentences import as_it_is, sentence
from communique.text.zones import Clocks, moment

from . import wrong
from .kinds import Attendance, Kind, Status
from .models import EventPage

# Addresses by which one walks into a meeting. Pages on which one registers for it are others.
_MEETING = re.compile(
    r"(?:[\w.-]+\.)?zoom(?:gov)?\.(?:us|com)/(?:j|w|s|my)/|teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet)/"
    r"|meet\.google\.com/[a-z]{3}-|(?:[\w.-]+\.)?webex\.com/(?:meet|join|[\w/.-]*j\.php)|meet\.jit\.si/\S"
    r"|(?:[\w.-]+\.)?(?:gotomeeting\.com/join|gotomeet\.me)/|whereby\.com/\S|join\.skype\.com/\S"
    r"|(?:[\w.-]+/)(?:b|rooms)/[a-z0-9]{3}-[a-z0-9]{3}-[a-z0-9]{3}",
    re.IGNORECASE,
)
_CODE = re.compile(r"\b(?:meeting id|passcode|zoom id|pwd)\b\W{0,3}\d{3}", re.IGNORECASE)


def meeting_links(draft: Draft) -> Iterator[Finding]:
    """The link of a meeting, or its code, where all can read it."""
    told = [(passage.place, unescape(passage.html)) for passage in draft.passages]
    told += [(link.place, link.href) for link in draft.links]
    told += [(draft.field("booking_link"), draft.page.booking_link)]
    told += [
        (_at(f"materials.{one.pk or number}.link", str(one)), one.link)
        for number, one in enumerate(draft.page.materials.all(), start=1)
    ]
    seen = set()
    for place, text in told:
        if place not in seen and (_MEETING.search(text) or _CODE.search(text)):
            seen.add(place)
            yield Finding(
                place,
                sentence("This lets anybody into the meeting."),
                sentence("Take it out, and say how to register. Send the link to those who did."),
            )


def no_times(draft: Draft) -> Iterator[Finding]:
    """An event of which nobody knows when it is."""
    page = draft.page
    if page.span is None:
        missing = "first_day" if page.first_day is None else "begins" if page.begins is None else "finishes"
        yield Finding(
            draft.field(missing),
            sentence("Readers aren’t told when it is, and it stands in no list."),
            sentence("Say on which day and from when to when it takes place, or mark whole days."),
        )


def shown_twice(draft: Draft) -> Iterator[Finding]:
    """A time that clocks show twice, when they are put back."""
    page = draft.page
    for name, day, at in wrong.clocks(page):
        if moment(day, at, page.zone).clocks is Clocks.TWICE:
            yield Finding(
                draft.field(name),
                sentence(
                    "Clocks in {zone} are put back that night and show {time} twice.",
                    zone=page.zone,
                    time=f"{at:%H:%M}",
                ),
                sentence("The first time is taken. If you mean the second, choose a time that comes once."),
                Level.WARNS,
            )


def nowhere(draft: Draft) -> Iterator[Finding]:
    """An event at a place that isn't named, or online without a way to it."""
    page = draft.page
    if page.attendance != Attendance.ONLINE and not page.place.strip():
        yield Finding(
            draft.field("place"),
            sentence("Readers aren’t told where it is."),
            sentence("Name the place, or say that it takes place online."),
        )
    if page.attendance != Attendance.PLACE and not page.joining.strip() and not page.booking_link:
        yield Finding(
            draft.field("joining"),
            sentence("Readers aren’t told how to join."),
            sentence("Say how one registers, without the link of the meeting."),
            Level.WARNS,
        )


def no_rule(draft: Draft) -> Iterator[Finding]:
    """An in-house discussion that doesn't say what may be quoted."""
    if draft.page.kind == Kind.DISCUSSION and not draft.page.attribution:
        yield Finding(
            draft.field("attribution"),
            sentence("An in-house discussion has to say what may be quoted."),
            sentence("Choose the rule that holds in the room."),
        )


def moved_from_nowhere(draft: Draft) -> Iterator[Finding]:
    """An event that was moved, without the day that people have in their diaries."""
    if draft.page.status == Status.MOVED and draft.page.formerly is None:
        yield Finding(
            draft.field("formerly"),
            sentence("It was moved, but readers aren’t told from which day."),
            sentence("Write the day that was announced before."),
        )


def parts_outside(draft: Draft) -> Iterator[Finding]:
    """A part of the programme before the event begins or after it has ended."""
    when = draft.page.span
    for number, part in enumerate(draft.page.programme.all(), start=1):
        if when and part.starts and not when.starts <= part.starts <= (part.ends or part.starts) <= when.ends:
            yield Finding(
                _at(f"programme.{part.pk or number}.at", part.title),
                sentence("It stands outside the times of the event."),
                sentence("Set the day and time of this part, or those of the event."),
                Level.WARNS,
            )


def parts_that_clocks_leave_out(draft: Draft) -> Iterator[Finding]:
    """A part of the programme at a time that clocks don't show that night."""
    page = draft.page
    for number, part in enumerate(page.programme.all(), start=1):
        day = part.day or page.first_day
        for name, at in (("at", part.at), ("until", part.until)):
            if day and at and moment(day, at, page.zone).clocks is Clocks.NEVER:
                yield Finding(
                    _at(f"programme.{part.pk or number}.{name}", part.title),
                    sentence(
                        "Clocks in {zone} are put forward that night and don’t show {time}. Choose a time after that.",
                        zone=page.zone,
                        time=f"{at:%H:%M}",
                    ),
                    sentence("Set the day and time of this part, or those of the event."),
                )


def left_out(draft: Draft) -> Iterator[Finding]:
    """A recording of ours that some can't follow; the event's own transcript is one of it."""
    written = bool(text_of(draft.page.transcript))
    for number, one in enumerate(draft.page.materials.all(), start=1):
        if one.recording is None or (written and one.recording.sort == "sound"):
            continue
        place = _at(f"materials.{one.pk or number}.recording", str(one))
        for said, remedy in lacking(one.recording):
            yield Finding(place, said, remedy, Level.WARNS)


def _at(path: str, named: str) -> Place:
    """A row of the form, called as editors called it."""
    return Place(path, as_it_is(named))


def declare() -> None:
    """Offer these rules to the gate."""
    rules = (meeting_links, no_times, shown_twice, nowhere, no_rule, moved_from_nowhere, parts_outside)
    for look in (*rules, parts_that_clocks_leave_out, left_out):
        offer(look, kind=EventPage)
