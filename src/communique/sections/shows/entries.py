"""An episode in the feeds of the whole site."""

from __future__ import annotations

from communique.content.frames import absolute
from communique.content.questions import names
from communique.content.questions.amendments import history
from communique.content.questions.recordings import recorded
from communique.content.recordings.printed import printed
from communique.press.questions import Ask
from communique.publishing.words import in_language
from communique.syndication.feeds import Entry, Offer, readable_elsewhere

from . import questions


def entry(ask: Ask, page_id: int) -> Entry | None:
    """An episode, whole, as feeds carry it."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    found = ask(recorded, face.recording_id) if face.recording_id is not None else None
    player = printed(found, in_language(face.language), face.language) if found else ""
    people = (ask(names.person, one.person_id, face.language) for one in text.voices)
    return Entry(
        f"urn:uuid:{text.head.key}",
        face.title,
        absolute(face.address),
        face.language,
        face.published,
        history(ask, page_id, text.updated_elsewhere).updated,
        face.standfirst,
        readable_elsewhere(player + text.body.html, absolute(face.address)),
        tuple(one.name for one in people if one is not None),
        (),
        "",
        (*(found.media if found else ()), *text.body.files),
    )


OFFER = Offer(questions.KIND, entry)
