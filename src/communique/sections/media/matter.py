"""What a piece of media coverage is, in plain values, for machines."""

from __future__ import annotations

from communique.content.described import Somebody
from communique.content.questions import names
from communique.content.questions.pages import Link
from communique.press.questions import Ask
from communique.text.plain import text_of

from .linked_data import Coverage
from .questions import Face, Outlet, Text


def matter(ask: Ask, face: Face, text: Text, outlet: Outlet | None) -> Coverage:
    """A piece as its page shows it."""
    people = []
    for credit in text.people:
        person = ask(names.person, credit.person_id, face.language)
        if person is not None:
            people.append((credit.role, Somebody(person.name, person.address or "")))
    return Coverage(
        face.form,
        face.headline or face.title,
        face.summary,
        face.day,
        face.spoken,
        outlet.name if outlet else "",
        outlet.link if outlet else "",
        face.programme,
        text.link,
        text.archived,
        text.recording,
        text_of(text.transcript_html),
        tuple(people),
        tuple(Link(one["title"], one["address"]) for one in names.topics(ask, text.topics, face.language)),
    )
