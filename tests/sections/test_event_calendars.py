"""Calendar files of events: read by two libraries, one of which didn't write them. Row D4. And schema.org: row D9."""

import json
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject

from communique.content.models import Person
from communique.sections.events.calendar import Entry, calendar
from communique.sections.events.models import EventPage, Speaker
from communique.sections.events.times import Span
from tests.content.stories import NOW, copies

from .test_events import event, section

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


def written(first, last, zone, **fields):
    starts, ends = (one.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC) for one in (first, last))
    when = Span(starts, ends, zone, False)
    said = {"title": "Grain", "address": "https://institute.example/e/", "language": "en", "changed": NOW, **fields}
    return calendar([Entry("8b3f", when=when, **said)], language="en")


def read(body):
    """The one event of a calendar as both libraries read it: its beginning, its end, both in UTC."""
    calendar = icalendar.Calendar.from_ical(body)
    assert not calendar.errors and not [error for part in calendar.walk() for error in part.errors]
    (ours,) = calendar.walk("VEVENT")
    theirs = vobject.readOne(body.decode())
    assert theirs.validate(raiseException=True)
    found = [(ours.decoded("dtstart"), ours.decoded("dtend")), (theirs.vevent.dtstart.value, theirs.vevent.dtend.value)]
    return [tuple(one.astimezone(UTC) if isinstance(one, datetime) else one for one in pair) for pair in found]


def test_d4_an_event_in_karachi_begins_and_ends_when_it_does():
    body = written(datetime(2026, 12, 3, 15), datetime(2026, 12, 3, 17, 30), "Asia/Karachi")
    assert b"DTSTART;TZID=Asia/Karachi:20261203T150000\r\n" in body
    assert set(read(body)) == {(datetime(2026, 12, 3, 10, tzinfo=UTC), datetime(2026, 12, 3, 12, 30, tzinfo=UTC))}


def test_d4_an_event_in_london_goes_over_the_night_on_which_clocks_are_put_forward():
    body = written(datetime(2026, 3, 28, 22), datetime(2026, 3, 29, 9), "Europe/London")
    assert set(read(body)) == {(datetime(2026, 3, 28, 22, tzinfo=UTC), datetime(2026, 3, 29, 8, tzinfo=UTC))}


def test_d4_the_rules_of_a_zone_say_when_its_clocks_change():
    zone = written(datetime(2026, 3, 28, 22), datetime(2026, 3, 29, 9), "Europe/London").partition(b"BEGIN:VEVENT")[0]
    # At one by winter time, and at two by summer time (RFC 5545, 3.6.5: by the clocks before the change).
    assert b"BEGIN:DAYLIGHT\r\nDTSTART:20260329T010000\r\nTZOFFSETFROM:+0000\r\nTZOFFSETTO:+0100\r\n" in zone
    assert b"BEGIN:STANDARD\r\nDTSTART:20261025T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0000\r\n" in zone


@pytest.mark.parametrize("hour", range(0, 24, 3))
@pytest.mark.parametrize("day", [date(2026, 3, 28), date(2026, 3, 29), date(2026, 10, 24), date(2026, 10, 25)])
def test_d4_any_hour_about_a_change_of_clocks_is_read_as_it_is(day, hour):
    first = datetime.combine(day, time(hour))
    expected = first.replace(tzinfo=LONDON).astimezone(UTC)
    assert {one for one, _ in read(written(first, first + timedelta(hours=1), "Europe/London"))} == {expected}


def test_d4_whole_days_end_with_the_day_before_the_end():
    when = Span(
        datetime(2026, 12, 2, 19, tzinfo=UTC), datetime(2026, 12, 4, 19, tzinfo=UTC), "Asia/Karachi", all_day=True
    )
    body = calendar([Entry("8b3f", "Grain", when, "https://institute.example/e/", "en", NOW)], language="en")
    assert b"VTIMEZONE" not in body
    assert set(read(body)) == {(date(2026, 12, 3), date(2026, 12, 5))}


def test_d4_lines_are_folded_by_octets_and_texts_are_escaped():
    words = "غلہ، گیس; ports, corridors\\rails\nand a new line " * 5
    body = written(datetime(2026, 12, 3, 15), datetime(2026, 12, 3, 16), "UTC", title=words, description=words)
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert b"\n" not in body.replace(b"\r\n", b"")
    for line in body.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    ours = icalendar.Calendar.from_ical(body).walk("VEVENT")[0]
    theirs = vobject.readOne(body.decode()).vevent
    assert [str(ours["description"]).strip(), theirs.description.value.strip()] == [words.strip()] * 2


def ical(page, now=NOW):
    (file,) = [one for one in copies("event", page.pk, now) if one.address.endswith(".ics")]
    assert file.media_type == "text/calendar; charset=utf-8"
    return icalendar.Calendar.from_ical(file.body).walk("VEVENT")[0]


def change(page, **fields):
    page = EventPage.objects.get(pk=page.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return EventPage.objects.get(pk=page.pk)


def test_d4_a_changed_time_place_or_state_raises_the_sequence_and_nothing_else_does():
    page = event()
    page.save_revision().publish()
    first = ical(page)
    assert int(first["sequence"]) == 0
    page = change(page, title="Renamed", standfirst="In other words")
    assert int(ical(page)["sequence"]) == 0
    page = change(page, begins=time(14))
    assert int(ical(page)["sequence"]) == 1
    page = change(page, place="Hall B")
    page = change(page, status="cancelled")
    told = ical(page)
    assert (int(told["sequence"]), str(told["status"]), str(told["uid"])) == (3, "CANCELLED", str(first["uid"]))


def test_d4_a_draft_from_before_a_change_does_not_lower_the_sequence():
    page = event()
    page.save_revision().publish()
    old = page.get_latest_revision()
    page = change(page, begins=time(14))
    old.publish()
    assert EventPage.objects.get(pk=page.pk).sequence == 2


def test_d4_there_is_a_feed_for_all_and_one_for_each_kind():
    event("Talk", kind="workshop")
    event("Past", date(2026, 1, 3), kind="webinar")
    found = {one.address: one.body for one in copies("events", section().pk) if one.address.endswith(".ics")}
    assert sorted(found) == [
        "/events/calendar.ics",
        *(f"/events/{kind}/calendar.ics" for kind in ("conferences", "discussions", "webinars", "workshops")),
    ]

    def titles(address):
        return [str(one["summary"]) for one in icalendar.Calendar.from_ical(found[address]).walk("VEVENT")]

    assert titles("/events/calendar.ics") == ["Past", "Talk"]
    assert (titles("/events/workshops/calendar.ics"), titles("/events/discussions/calendar.ics")) == (["Talk"], [])


def test_d6_what_is_said_about_joining_stands_in_the_file_and_no_more():
    told = ical(event(attendance="online", joining="Register by e-mail.", place=""))
    assert "Register by e-mail." in told["description"] and str(told["location"]) == "Online"


def described(page, now=NOW):
    (graph,) = copies("event", page.pk, now)[0].context["frame"]["linked_data"]
    return next(node for node in json.loads(graph)["@graph"] if node["@type"] == "Event")


@pytest.mark.parametrize(
    ("fields", "status", "mode"),
    [
        ({}, "EventScheduled", "OfflineEventAttendanceMode"),
        ({"status": "cancelled"}, "EventCancelled", "OfflineEventAttendanceMode"),
        ({"status": "postponed", "attendance": "online"}, "EventPostponed", "OnlineEventAttendanceMode"),
        ({"day": date(2025, 1, 3), "attendance": "both"}, "EventScheduled", "MixedEventAttendanceMode"),
    ],
)
def test_d9_machines_are_told_whether_and_where_it_takes_place(fields, status, mode):
    told = described(event(**fields))
    assert told["eventStatus"] == f"https://schema.org/{status}"
    assert told["eventAttendanceMode"] == f"https://schema.org/{mode}"


def test_d9_machines_are_told_who_speaks_when_and_where_and_from_which_day_it_was_moved():
    amina = Person.objects.create(name="Amina")
    page = event(status="moved", formerly=date(2026, 11, 3), speakers=[Speaker(person=amina, affiliation="Ports")])
    told = described(page)
    assert (told["startDate"], told["endDate"]) == ("2026-12-03T15:00:00+05:00", "2026-12-03T17:30:00+05:00")
    assert (told["eventStatus"], told["previousStartDate"]) == ("https://schema.org/EventRescheduled", "2026-11-03")
    assert told["location"] == {"@type": "Place", "name": "Hall A, Islamabad", "address": "Hall A, Islamabad"}
    assert told["performer"][0]["name"] == "Amina" and told["performer"][0]["affiliation"]["name"] == "Ports"
    assert "offers" not in told


@pytest.mark.parametrize(
    ("fields", "offers"),
    [
        ({}, True),
        ({"status": "cancelled"}, False),
        ({"status": "postponed"}, False),
        ({"day": date(2025, 1, 3)}, False),
    ],
)
def test_d9_seats_are_offered_as_long_as_one_may_register(fields, offers):
    told = described(event(booking_link="https://seats.example/grain", free=True, spoken="en ur", **fields))
    offer = {"@type": "Offer", "url": "https://seats.example/grain", "availability": "https://schema.org/InStock"}
    assert told.get("offers") == (offer if offers else None)
    assert told["isAccessibleForFree"] is True and told["inLanguage"] == ["en", "ur"]
