"""A piece of media coverage in a list: among its like, or among other things on the pages of topics and people."""

from __future__ import annotations

from communique.content.cards import Card
from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text.scripts import direction

from . import named, questions


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """A piece as lists show it. Its title says the day, so it isn't said again."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": named.form(in_language(face.language), face.form),
        "standfirst": face.summary or face.headline,
        "byline": "",
        "published": None,
        "picture": None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": [],
    }
    return shown, ()
