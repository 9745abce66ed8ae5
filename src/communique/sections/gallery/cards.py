"""An album in a list, alone among albums or with other things on the pages of people and events."""

from __future__ import annotations

from communique.content.cards import Card
from communique.content.frames import pictured
from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.publishing.words import in_language
from communique.text import dates
from communique.text.excerpts import excerpt
from communique.text.scripts import direction

from . import questions
from .questions import Face


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """An album as lists show it, and the files it shows."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    say = in_language(face.language)
    kicker = (say("Album"), say("Pictures: {number}", number=face.pictures))
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": " · ".join(kicker),
        "standfirst": excerpt(face.introduction_html),
        "byline": " · ".join(part for part in (day(face), face.place) if part),
        "published": None,
        "picture": pictured(face.cover) if face.cover else None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": [],
    }
    return shown, face.cover.media if face.cover else ()


def day(face: Face) -> str:
    """The day of an album in the words of its language; "" for one without."""
    return dates.in_words(face.day, face.language) if face.day else ""
