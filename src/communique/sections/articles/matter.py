"""What an article is, in plain values, for machines."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import described
from communique.content.described import Somebody, Told
from communique.content.questions import names
from communique.content.questions.amendments import Amended, History
from communique.content.questions.names import Credit
from communique.content.questions.pages import Link
from communique.content.questions.papers import Version
from communique.content.series import Standing
from communique.press.questions import Ask
from communique.publishing.words import in_language

from .forms import Form
from .own import Own
from .publication import Publication
from .questions import Face, Origin, Type


def matter(
    ask: Ask,
    face: Face,
    kind: Type | None,
    form: Form | None,
    history: History,
    place: Standing | None,
    origin: Origin | None,
    own: Own,
    pdfs: Sequence[Version],
) -> Publication:
    """An article as its page shows it."""
    return Publication(
        kind.described_as if kind else "Article",
        face.title,
        face.standfirst,
        face.published,
        history.updated,
        tuple((credit.role, one) for credit in face.credits if (one := _somebody(ask, credit, face.language))),
        kind.name if kind else "",
        tuple(Link(one["title"], one["address"]) for one in names.topics(ask, face.topics, face.language)),
        face.picture,
        described.Place(place.series, place.number) if place else None,
        tuple(_told(one, face.language) for one in history.notes if one.kind == "correction"),
        _told(history.retraction, face.language) if history.retraction else None,
        described.Origin(origin.name, origin.link, origin.day) if origin else None,
        own=own,
        pdf=pdfs[0] if pdfs else None,
        ours=form is not None and not form.needs_contributors,
    )


def _somebody(ask: Ask, credit: Credit, language: str) -> Somebody | None:
    """Someone with their affiliation then; what registers call it is known while it is still the same."""
    person = ask(names.person, credit.person_id, language)
    known = ask(names.registered, credit.person_id, language)
    if person is None or known is None:
        return None
    return Somebody(
        person.name,
        person.address or "",
        affiliation=credit.affiliation,
        affiliation_ror=known.ror if credit.affiliation == known.affiliation else "",
        orcid=known.orcid,
    )


def _told(one: Amended, language: str) -> Told:
    say = in_language(language)
    said = [(say("What was wrong"), one.wrong), (say("What is right"), one.right)]
    told = [f"{label}: {answer}" for label, answer in said if answer and one.kind == "correction"]
    anchor = "retraction" if one.kind == "retraction" else f"{one.kind}-{one.number}"
    return Told("\n".join([*told, *([one.note] if one.note else [])]), one.published, anchor)
