"""The page of a piece of media coverage."""

from __future__ import annotations

from communique.content import frames, players
from communique.content.frames import Context
from communique.content.questions import names
from communique.press.questions import Ask
from communique.press.sheets import Copy
from communique.publishing.words import in_language
from communique.text import dates, tongues
from communique.text.players import player
from communique.text.scripts import direction

from . import named, questions
from .matter import matter
from .questions import Face, Text


def coverage(ask: Ask, page_id: int) -> Copy | None:
    """A piece: who of us is in it, where and when it appeared, and the ways to it."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    say = in_language(face.language)
    outlet = ask(questions.outlet, face.outlet_id, face.language) if face.outlet_id is not None else None
    form = named.form(say, face.form)
    played = player(text.recording, face.language) if text.recording else None
    context = {
        "frame": frames.frame_of(
            ask,
            text.head,
            description=face.summary or face.headline,
            kicker=form,
            matter=matter(ask, face, text, outlet),
        ),
        "coverage": {
            "title": face.title,
            "form": form,
            "language": face.language,
            "dir": direction(face.language),
            "summary": face.summary,
            "headline": face.headline,
            "outlet": {"name": outlet.name, "address": outlet.address} if outlet else None,
            "programme": face.programme,
            "iso": face.day.isoformat(),
            "date": dates.in_words(face.day, face.language),
            "spoken": {
                "code": face.spoken,
                "name": tongues.named(face.spoken, face.language),
                "dir": direction(face.spoken),
            },
            "people": _people(ask, face, text),
            "link": text.link,
            "way": named.way(say, face.form, outlet.name) if outlet else "",
            "archived": text.archived,
            "captioned": text.captioned and played is not None,
            "player_html": players.printed(
                played, text.recording, face.headline, say, transcript_html=text.transcript_html
            )
            if played
            else players.transcript(text.transcript_html, say),
            "topics": names.topics(ask, text.topics, face.language),
        },
    }
    return Copy(
        face.address,
        context,
        "media/coverage.html",
        face.language,
        headers=players.headers([played.origin] if played else []),
        expires=text.head.expires,
    )


def _people(ask: Ask, face: Face, text: Text) -> list[Context]:
    """Who of us is in it, in order, as they are named in the language of the page."""
    say = in_language(face.language)
    found = []
    for credit in text.people:
        person = ask(names.person, credit.person_id, face.language)
        if person is not None:
            found.append({"name": person.name, "address": person.address, "part": named.part(say, credit.role)})
    return found
