"""What press releases print: each release, and the list of each press room."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import cards, data_files, frames, leaves
from communique.content.cards import Card
from communique.content.described import Told, Work
from communique.content.frames import Context
from communique.content.questions import amendments, names
from communique.content.questions import pages as asked
from communique.content.questions.amendments import Amended, History
from communique.content.questions.lists import Leaf, newest, older
from communique.content.questions.pages import Link
from communique.content.questions.site import site
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import in_language
from communique.text.scripts import direction

from . import questions, shelves
from .questions import Asked, Face


def release(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A release's own page, and the data of its charts."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    say = in_language(face.language)
    own = ask(site, face.language)
    history = amendments.history(ask, page_id, text.updated_elsewhere)
    context = {
        "frame": frames.frame_of(
            ask,
            text.head,
            description=face.standfirst,
            kicker=say("Press release"),
            byline=own.name,
            retracted=history.retraction is not None,
            matter=_matter(ask, face, history),
        ),
        "release": {
            "title": face.title,
            "standfirst": face.standfirst,
            "place": text.place,
            "published": face.published,
            "updated": history.updated,
            "corrected": history.corrected,
            "retraction": amendments.shown(history.retraction) if history.retraction else None,
            "amendments": [amendments.shown(one) for one in history.notes],
            "body_html": text.body.html,
            "contact": _contact(text.contact, own.email, own.telephone),
            "about": {"name": own.name, "html": own.about_html},
            "topics": names.topics(ask, face.topics, face.language),
            "language": face.language,
            "dir": direction(face.language),
        },
    }
    expires = text.head.expires
    page = Copy(face.address, context, "releases/release.html", face.language, expires=expires, media=text.body.files)
    return [page, *data_files.printed(ask, text.body, page_id, face.language, expires)]


def _contact(told: Asked | None, email: str, telephone: str) -> Context | None:
    """Whom to ask; the organisation itself where nobody is named."""
    found = told or Asked("", email, telephone)
    if not (found.name or found.email or found.telephone):
        return None
    return {"name": found.name, "email": found.email, "telephone": found.telephone}


def _matter(ask: Ask, face: Face, history: History) -> Work:
    say = in_language(face.language)
    topics = tuple(Link(one["title"], one["address"]) for one in names.topics(ask, face.topics, face.language))
    return Work(
        "Article",
        face.title,
        face.standfirst,
        face.published,
        history.updated,
        (),
        say("Press release"),
        topics,
        corrections=tuple(_told(one) for one in history.notes if one.kind == "correction"),
        retraction=_told(history.retraction) if history.retraction else None,
    )


def _told(one: Amended) -> Told:
    words = "\n".join(word for word in (one.wrong, one.right, one.note) if word)
    anchor = "retraction" if one.kind == "retraction" else f"{one.kind}-{one.number}"
    return Told(words, one.published, anchor)


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """A release in a list."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    say = in_language(face.language)
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": say("Press release"),
        "standfirst": face.standfirst,
        "byline": "",
        "published": face.published,
        "picture": None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": names.topics(ask, face.topics, face.language),
    }
    return shown, ()


def room(ask: Ask, page_id: int) -> Copy | None:
    """The newest page of a press room."""
    return _room(ask, page_id, newest(ask, shelves.of(page_id)))


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a press room."""
    page_id = int(place[0])
    leaf = older(ask, shelves.of(page_id), number)
    return _room(ask, page_id, leaf) if leaf else None


def _room(ask: Ask, page_id: int, leaf: Leaf) -> Copy | None:
    page = ask(asked.introduced, questions.ROOMS, page_id)
    if page is None:
        return None
    top = page.head
    own = ask(site, top.language)
    shown, media = cards.several(ask, leaf.entries)
    address, is_newest = leaves.own_address(leaf, top.address), leaf.newer is None
    frame = leaves.frame(ask, top, leaf, shown)
    context = {
        "frame": frame,
        "room": {
            "title": top.title,
            "introduction_html": page.introduction_html if is_newest else "",
            "contact": _contact(ask(questions.contact_of, page_id), own.email, own.telephone) if is_newest else None,
        },
        "releases": shown,
        **leaves.context(leaf, top.address),
    }
    return Copy(address, context, "releases/room.html", top.language, expires=top.expires, media=media)


SHEETS = (
    Sheet("press release", release, each=questions.TABLE),
    Sheet("press room", room, each=questions.ROOMS),
)
