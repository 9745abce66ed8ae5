"""Events and media coverage for measuring, made through the models as the desk makes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from random import Random
from typing import Any

from texts import PEOPLE, TOPICS, Words

LATEST = date(2027, 3, 1)
DAYS = 365 * 10


def make(events: int, media: int) -> None:
    """Enter so many of each, spread over ten years; some events are still to come."""
    from communique.content.models import HomePage, Person, Topic

    home = HomePage.objects.filter(language="en")[0]
    people, topics = list(Person.objects.all()[:PEOPLE]), list(Topic.objects.all()[:TOPICS])
    _events(home, events, people, topics)
    _media(home, media, people, topics)


def _events(home: Any, count: int, people: Sequence[Any], topics: Sequence[Any]) -> None:
    from communique.sections.events.kinds import Kind
    from communique.sections.events.models import EventPage, EventsPage, Speaker

    section = EventsPage.objects.filter(language="en").first() or home.add_child(
        instance=EventsPage(title="Events", slug="events", language="en")
    )
    words, chance = Words(2), Random(2)
    for number in range(count):
        page = EventPage(
            title=f"{words.some(5)} {number}", standfirst=words.some(20), language="en",
            kind=chance.choice(list(Kind)), first_day=LATEST - timedelta(days=number * DAYS // count), begins=time(15),
            finishes=time(17), zone="Asia/Karachi", place="Hall A",
        )  # fmt: skip
        page.speakers = [Speaker(person=one) for one in chance.sample(people, 2)]
        page.topics = [chance.choice(topics)]
        section.add_child(instance=page)


def _media(home: Any, count: int, people: Sequence[Any], topics: Sequence[Any]) -> None:
    from communique.sections.media.models import Appearance, CoveragePage, MediaPage, Outlet

    section = MediaPage.objects.filter(language="en").first() or home.add_child(
        instance=MediaPage(title="In the media", slug="in-the-media", language="en")
    )
    outlets = [Outlet.objects.create(name=f"Outlet {number}") for number in range(40 if count else 0)]
    words, chance = Words(3), Random(3)
    for number in range(count):
        page = CoveragePage(
            title="", language="en", outlet=chance.choice(outlets), headline=f"{words.some(5)} {number}",
            summary=words.some(20), day=date(2026, 11, 1) - timedelta(days=number * DAYS // count),
            link=f"https://news.example/{number}", slug=f"piece-{number}",
        )  # fmt: skip
        page.people = [Appearance(person=chance.choice(people))]
        page.topics = [chance.choice(topics)]
        section.add_child(instance=page)
