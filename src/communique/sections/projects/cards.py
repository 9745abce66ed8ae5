"""A project in a list: in those of projects, and among other things on the pages of topics and people."""

from __future__ import annotations

from communique.content.cards import Card
from communique.content.frames import pictured
from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text.scripts import direction

from . import questions, told


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """A project as lists show it, and the files it shows."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    say = in_language(face.language)
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": f"{say('Project')} · {told.stage(say, face.stage)}",
        "standfirst": face.standfirst,
        "byline": told.period(say, face),
        "published": None,
        "picture": pictured(face.picture, alt=face.alt or None) if face.picture else None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": [],
    }
    return shown, face.picture.media if face.picture else ()
