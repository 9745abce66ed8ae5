"""What shows print: each episode with its transcript, the list of each show, and the show as a podcast."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import cards, data_files, frames, leaves
from communique.content.cards import Card
from communique.content.described import Somebody
from communique.content.frames import Context
from communique.content.questions import amendments, names
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, newest, older
from communique.content.questions.recordings import Recorded, recorded
from communique.content.recordings.printed import lasts, printed
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing.words import Say, in_language
from communique.text.plain import text_of
from communique.text.scripts import direction

from . import feed, questions, shelves
from .linked_data import Episode
from .models import Voice
from .questions import Face, Text

PLAIN = "text/plain; charset=utf-8"


def episode(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """An episode's own page, what is said in it, and the data of its charts."""
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    if face is None or text is None:
        return None
    say = in_language(face.language)
    found = ask(recorded, face.recording_id) if face.recording_id is not None else None
    history = amendments.history(ask, page_id, text.updated_elsewhere)
    people = _people(ask, say, face, text)
    somebody = tuple(Somebody(one["name"], one["address"] or "") for one in people)
    matter = Episode(face.title, face.standfirst, face.published, face.number, text.show, somebody, found)
    context = {
        "frame": frames.frame_of(
            ask,
            text.head,
            description=face.standfirst,
            kicker=_kicker(say, face),
            byline=text.show.title if text.show else "",
            retracted=history.retraction is not None,
            matter=matter,
        ),
        "episode": {
            "title": face.title,
            "kicker": _kicker(say, face),
            "standfirst": face.standfirst,
            "published": face.published,
            "updated": history.updated,
            "retraction": amendments.shown(history.retraction) if history.retraction else None,
            "amendments": [amendments.shown(one) for one in history.notes],
            "player_html": printed(found, say, face.language) if found else "",
            "body_html": text.body.html,
            "people": people,
            "show": {"title": text.show.title, "address": text.show.address} if text.show else None,
            "language": face.language,
            "dir": direction(face.language),
        },
    }
    media = (*(found.media if found else ()), *text.body.files)
    expires = text.head.expires
    headers = text.body.headers
    page = Copy(
        face.address, context, "shows/episode.html", face.language, headers=headers, expires=expires, media=media
    )
    data = data_files.printed(ask, text.body, page_id, face.language, expires)
    return [page, *_transcript(face, text, found), *data]


def _transcript(face: Face, text: Text, found: Recorded | None) -> list[Copy]:
    if found is None or not found.transcript_html:
        return []
    words = text_of(found.transcript_html).encode()
    address = feed.transcript_address(face.address)
    headers = (("Access-Control-Allow-Origin", "*"),)
    return [
        Copy(
            address,
            body=words,
            media_type=PLAIN,
            language=found.language,
            headers=headers,
            expires=text.head.expires,
        )
    ]


def _kicker(say: Say, face: Face) -> str:
    return say("Episode {number}", number=face.number) if face.number else say("Podcast")


def _people(ask: Ask, say: Say, face: Face, text: Text) -> list[Context]:
    """Who speaks, in order, as they are named in the language of the episode."""
    parts = {Voice.Part.HOST: say("Host"), Voice.Part.GUEST: say("Guest")}
    found = ((one, ask(names.person, one.person_id, face.language)) for one in text.voices)
    return [
        {"name": person.name, "address": person.address, "part": parts.get(Voice.Part(one.part), "")}
        for one, person in found
        if person is not None
    ]


def card(ask: Ask, page_id: int) -> tuple[Card, tuple[Media, ...]] | None:
    """An episode in a list."""
    face = ask(questions.face, page_id)
    if face is None:
        return None
    say = in_language(face.language)
    found = ask(recorded, face.recording_id) if face.recording_id is not None else None
    length = lasts(say, found.seconds) if found else ""
    shown: Card = {
        "title": face.title,
        "address": face.address,
        "kicker": " · ".join(one for one in (_kicker(say, face), length) if one),
        "standfirst": face.standfirst,
        "byline": "",
        "published": face.published,
        "picture": None,
        "language": face.language,
        "dir": direction(face.language),
        "topics": [],
    }
    return shown, ()


def show(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The newest page of a show, and its podcast."""
    page = ask(asked.introduced, questions.SHOWS, page_id)
    if page is None:
        return None
    podcast = feed.of_show(ask, page)
    own = _list(ask, page, newest(ask, shelves.of(page_id)), podcast)
    return [own, podcast] if podcast else [own]


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a show."""
    page_id = int(place[0])
    page = ask(asked.introduced, questions.SHOWS, page_id)
    leaf = older(ask, shelves.of(page_id), number)
    return _list(ask, page, leaf, None) if page is not None and leaf else None


def _list(ask: Ask, page: asked.Introduced, leaf: Leaf, podcast: Copy | None) -> Copy:
    top = page.head
    shown, media = cards.several(ask, leaf.entries)
    is_newest = leaf.newer is None
    context = {
        "frame": leaves.frame(ask, top, leaf, shown),
        "show": {
            "title": top.title,
            "introduction_html": page.introduction_html if is_newest else "",
            "podcast": podcast.address if podcast else "",
        },
        "episodes": shown,
        **leaves.context(leaf, top.address),
    }
    address = leaves.own_address(leaf, top.address)
    return Copy(address, context, "shows/show.html", top.language, expires=top.expires, media=media)


SHEETS = (
    Sheet("episode of a show", episode, each=questions.TABLE),
    Sheet("show", show, each=questions.SHOWS),
)
