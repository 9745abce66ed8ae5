"""A press release in a feed."""

from __future__ import annotations

from communique.content.frames import absolute
from communique.content.questions import names
from communique.content.questions.amendments import history
from communique.press.questions import Ask
from communique.syndication.feeds import Entry, Offer, readable_elsewhere

from . import questions


def entry(ask: Ask, page_id: int) -> Entry | None:
    """A release, whole, as feeds carry it."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    return Entry(
        f"urn:uuid:{text.head.key}",
        face.title,
        absolute(face.address),
        face.language,
        face.published,
        history(ask, page_id, text.updated_elsewhere).updated,
        face.standfirst,
        readable_elsewhere(text.body.html, absolute(face.address)),
        (),
        tuple(topic["title"] for topic in names.topics(ask, face.topics, face.language)),
        "",
        text.body.files,
    )


OFFER = Offer(questions.KIND, entry)
