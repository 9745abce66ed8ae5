"""The demonstration's events: some to come and some over, whenever it is loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from communique.content.models import BasePage
from communique.sections.events.models import EventMaterial, EventPage, EventsPage, ProgrammePart, Speaker

from . import institute
from .markup import block
from .recordings import recorded
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

ANNOUNCED = timedelta(days=40)
"""So long before it takes place an event was put on the site."""

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make the sections and the events of every language; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "events.toml").read_text("utf-8"))
    today = timezone.localdate()
    for language in LANGUAGES:
        said = table["section"][language]
        page = EventsPage(title=said["title"], slug=said["slug"], introduction=f"<p>{said['introduction']}</p>")
        tree.calendars[language] = add(tree, tree.homes[language], page, language, tree.calendars.get(LANGUAGES[0]))
    for told in table["event"]:
        first: BasePage | None = None
        for language in (one for one in LANGUAGES if one in told):
            page = _event(tree, told, language, today)
            opened = _opened(page, today)
            added = add(tree, tree.calendars[language], page, language, first, opened=opened)
            tree.events[f"{language}/{told['name']}"] = added
            first = first or added


def _opened(page: EventPage, today: date) -> datetime:
    announced = min(page.first_day or today, today + timedelta(days=20)) - ANNOUNCED
    return datetime.combine(announced, datetime.min.time(), UTC) + timedelta(hours=6)


def _event(tree: Tree, told: Told, language: str, today: date) -> EventPage:
    said, cast = told[language], tree.cast
    picture = cast.library.drawings[told["picture"]] if "picture" in told else None
    day = today + timedelta(days=told["days"])
    return EventPage(
        title=said["title"],
        slug=said["slug"],
        kind=told["kind"],
        standfirst=said["standfirst"],
        first_day=day,
        begins=told["begins"],
        finishes=told["finishes"],
        zone=told["zone"],
        attendance=told["attendance"],
        attribution=told.get("attribution", ""),
        status=told.get("status", "scheduled"),
        status_note=said.get("note", ""),
        place=said.get("place", ""),
        joining=said.get("joining", ""),
        access=said.get("access", ""),
        spoken=" ".join(told.get("spoken", [])),
        booking_link=told.get("booking_link", ""),
        free=told.get("free", False),
        lead_picture=picture,
        lead_credit=institute.drawn_by(language) if picture else "",
        body=[
            block("paragraph", f"<p>{text}</p>", f"{told['name']}/{language}/{place}")
            for place, text in enumerate(said["body"].split("\n\n"))
        ],
        summary=f"<p>{said['summary']}</p>" if "summary" in said else "",
        transcript="".join(f"<p>{line}</p>" for line in said.get("transcript", [])),
        speakers=[_speaker(tree, slug, role, place, language) for place, (slug, role) in enumerate(told["people"])],
        programme=[_part(tree, said, place, *one) for place, one in enumerate(told.get("programme", []))],
        materials=_left(tree, told, language),
        topics=[cast.topics[slug] for slug in told["topics"]],
    )


def _speaker(tree: Tree, slug: str, role: str, place: int, language: str) -> Speaker:
    affiliation = institute.affiliation(slug, language)
    return Speaker(person=tree.cast.people[slug], role=role, affiliation=affiliation, sort_order=place)


def _part(tree: Tree, said: Told, place: int, at: Any, until: Any, slug: str) -> ProgrammePart:
    person = tree.cast.people[slug] if slug else None
    return ProgrammePart(at=at, until=until, title=said["programme"][place], person=person, sort_order=place)


def _left(tree: Tree, told: Told, language: str) -> list[EventMaterial]:
    article = tree.articles.get(f"{language}/{told.get('output', '')}")
    left = []
    if "score" in told:
        left.append(EventMaterial(kind="recording", recording=recorded(told, told[language]["recording"], language)))
    left += [EventMaterial(kind="output", target=article.page_ptr)] if article else []
    for place, one in enumerate(left):
        one.sort_order = place
    return left
