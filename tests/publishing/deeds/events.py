"""What editors do to events, while their times come and go."""

from __future__ import annotations

from datetime import time

from communique.content.models import HomePage, Person, Picture, Topic
from communique.sections.articles.models import ArticlePage
from communique.sections.events.kinds import Attendance, Kind, Material, Part, Status
from communique.sections.events.models import EventMaterial, EventPage, EventsPage, ProgrammePart, Speaker

ZONES = ("Asia/Karachi", "Europe/London", "UTC")


def open_a_calendar(room):
    home = room.one(HomePage)
    page = EventsPage(title=room.word(), slug=room.slug(), language=home.language, introduction=f"<p>{room.word()}</p>")
    home.add_child(instance=page)


def announce(room):
    section = room.one(EventsPage)
    if section:
        page = EventPage(title=room.word(), language=section.language, kind=room.dice.choice(Kind.values))
        _set_times(room, page)
        section.add_child(instance=page)


def put_off(room):
    event = room.one(EventPage)
    if event:
        event.formerly = event.first_day
        event.status = room.dice.choice(Status.values)
        _set_times(room, event)
        event.save_revision().publish()


def move_elsewhere(room):
    event = room.one(EventPage)
    if event:
        event.place, event.attendance = room.word(), room.dice.choice(Attendance.values)
        event.joining, event.access, event.standfirst = room.word(), room.word(), room.word()
        event.spoken, event.free = room.dice.choice(["", "en", "ru ur"]), room.dice.random() < 0.5
        event.booking_link = room.dice.choice(["", f"https://seats.example/{room.slug()}"])
        event.lead_picture = room.dice.choice([None, room.one(Picture)])
        event.save_revision().publish()


def invite(room):
    event, person, topic = room.one(EventPage), room.one(Person), room.one(Topic)
    if event and person and topic:
        event.speakers = [Speaker(person=person, role=room.dice.choice(Part.values), affiliation=room.word())]
        event.topics = [topic]
        event.save_revision().publish()


def plan(room):
    event = room.one(EventPage)
    if event and event.first_day:
        parts = [ProgrammePart(at=time(9 + at), title=room.word(), person=room.one(Person)) for at in range(2)]
        event.programme = parts
        event.save_revision().publish()


def leave_something(room):
    event, article = room.one(EventPage), room.one(ArticlePage)
    if event and article:
        event.summary = f"<p>{room.word()}</p>"
        event.materials = [
            EventMaterial(kind=room.dice.choice(Material.values), target=article.page_ptr),
            EventMaterial(kind="recording", title=room.word(), link="https://videos.example/1"),
        ]
        event.save_revision().publish()


def call_off_for_good(room):
    event = room.one(EventPage)
    if event:
        event.delete()


def _set_times(room, event):
    event.first_day = room.dice.choice([room.day(), room.soon(), room.soon()]).date()
    event.begins, event.finishes = time(room.dice.randrange(12)), time(12 + room.dice.randrange(12))
    event.last_day, event.zone, event.all_day = None, room.dice.choice(ZONES), room.dice.random() < 0.2


DEEDS = (
    *(open_a_calendar, announce, announce, announce, put_off, move_elsewhere, invite, plan, leave_something),
    call_off_for_good,
)
