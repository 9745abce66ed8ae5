"""An album in a feed."""

from __future__ import annotations

from datetime import UTC, datetime, time
from html import escape

from communique.content.bodies import figcaption, img
from communique.content.frames import absolute
from communique.press.questions import Ask
from communique.publishing.words import in_language
from communique.syndication.feeds import Entry, Offer, readable_elsewhere
from communique.text.excerpts import excerpt

from . import questions
from .questions import Face, Photograph

SHOWN = 12
"""So many pictures stand in a feed; the others are on the album's page."""

NOON = time(12)


def entry(ask: Ask, page_id: int) -> Entry | None:
    """An album as feeds carry it: what is said of it, and its first pictures."""
    face, told = ask(questions.face, page_id), ask(questions.contents, page_id)
    if face is None or told is None:
        return None
    shown = told.photographs[:SHOWN]
    html = face.introduction_html + "".join(_figure(one) for one in shown)
    html += _way_on(face) if len(told.photographs) > SHOWN else ""
    return Entry(
        f"urn:uuid:{told.head.key}",
        face.title,
        absolute(face.address),
        face.language,
        datetime.combine(face.day, NOON, UTC) if face.day else None,
        None,
        excerpt(face.introduction_html),
        readable_elsewhere(html, absolute(face.address)),
        picture=absolute(face.cover.main.address) if face.cover else "",
        media=tuple(file for one in shown for file in one.shown.media),
    )


def _figure(one: Photograph) -> str:
    caption = figcaption(one.caption_html or one.shown.caption, one.credit or one.shown.credit, "", one.shown.licence)
    return f"<figure>{img(one.shown, one.alt)}{caption}</figure>\n"


def _way_on(face: Face) -> str:
    say = in_language(face.language)
    words = escape(say("All pictures of this album"), quote=False)
    return f'<p><a href="{escape(face.address)}">{words}</a></p>\n'


OFFER = Offer(questions.KIND, entry)
