"""An article in a list."""

from __future__ import annotations

from communique.content.cards import Card
from communique.content.frames import Context, pictured
from communique.content.questions import names
from communique.content.questions.names import Credit
from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.text.names import joined
from communique.text.scripts import direction

from . import questions, roles
from .questions import Face


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """An article as lists show it, and the files it shows."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    shown = {
        "title": face.title,
        "address": face.address,
        "kicker": " · ".join(filter(None, (face.apart, face.kicker))),
        "standfirst": face.standfirst or (face.findings[0] if face.findings else ""),
        "byline": byline(ask, face),
        "published": face.published,
        "picture": pictured(face.picture, alt=face.alt or None) if face.picture else None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": names.topics(ask, face.topics, face.language),
    }
    return shown, face.picture.media if face.picture else ()


def authors_of(face: Face) -> list[Credit]:
    """The authors of an article; all others where there is no author."""
    return [credit for credit in face.credits if credit.role == "author"] or list(face.credits)


def byline(ask: Ask, face: Face) -> str:
    """The names of the authors as print joins them."""
    named = (ask(names.person, credit.person_id, face.language) for credit in authors_of(face))
    return joined([person.name for person in named if person is not None], face.language)


def contributors(ask: Ask, face: Face) -> list[Context]:
    """Everyone with a part in the article, in order."""
    found = []
    for credit in face.credits:
        person = ask(names.person, credit.person_id, face.language)
        if person is not None:
            found.append(
                {
                    "name": person.name,
                    "address": person.address,
                    "role": credit.role,
                    "role_name": roles.named(credit.role, face.language),
                    "affiliation": credit.affiliation,
                }
            )
    return found
