"""The podcast of a show: its newest episodes with their sound, if it has a cover and there is something to hear."""

from __future__ import annotations

from datetime import UTC

from communique.content.frames import absolute
from communique.content.questions import pages as asked
from communique.content.questions.lists import latest
from communique.content.questions.recordings import Recorded, recorded
from communique.content.questions.site import site
from communique.press.questions import Ask, all_made
from communique.press.sheets import Copy, Media
from communique.syndication.feeds import readable_elsewhere
from communique.text.plain import text_of

from . import questions, shelves
from .questions import Face
from .rss import MEDIA_TYPE, Channel, Item, Transcript, feed

MOST = 100
"""So many episodes are in it, the newest."""


def address(show: str) -> str:
    """Where the podcast of a show at an address is."""
    return f"{show}podcast.xml"


def of_show(ask: Ask, page: asked.Introduced) -> Copy | None:
    """The podcast; None without a cover or anything to hear."""
    top = page.head
    told = ask(questions.channel, top.page_id)
    if told is None or told.cover is None:
        return None
    numbers = [page_id for _, page_id in ask(latest, shelves.of(top.page_id), MOST)]
    made = all_made(ask, ((_item, page_id) for page_id in numbers))
    if not made:
        return None
    own = ask(site, top.language)
    channel = Channel(
        top.title,
        absolute(top.address),
        absolute(address(top.address)),
        top.language,
        text_of(page.introduction_html) or top.description or top.title,
        own.name or top.title,
        told.owner_email,
        absolute(told.cover.address),
        told.category,
        told.explicit,
    )
    return Copy(
        address(top.address),
        body=feed(channel, [item for item, _ in made]),
        media_type=MEDIA_TYPE,
        language=top.language,
        headers=(("Access-Control-Allow-Origin", "*"),),
        expires=top.expires,
        media=(told.cover, *(file for _, files in made for file in files)),
    )


def heard(ask: Ask, face: Face | None) -> Recorded | None:
    """The recording of an episode, if it is one to be heard."""
    found = ask(recorded, face.recording_id) if face is not None and face.recording_id is not None else None
    return found if found is not None and found.sort == "sound" else None


def transcript_address(episode: str) -> str:
    """Where what is said in an episode stands as plain text."""
    return f"{episode}transcript.txt"


def _item(ask: Ask, page_id: int) -> tuple[Item, tuple[Media, ...]] | None:
    face, text = ask(questions.face, page_id), ask(questions.text, page_id)
    sound = heard(ask, face)
    if face is None or text is None or sound is None or face.published is None:
        return None
    item = Item(
        f"urn:uuid:{text.head.key}",
        face.title,
        absolute(face.address),
        face.published.astimezone(UTC),
        face.standfirst or face.title,
        readable_elsewhere(text.body.html, absolute(face.address)),
        absolute(sound.file.address),
        sound.file.media_type,
        sound.size,
        sound.seconds,
        face.number,
        tuple(_transcripts(face, sound)),
    )
    return item, (*sound.media, *text.body.files)


def _transcripts(face: Face, sound: Recorded) -> list[Transcript]:
    found = [
        Transcript(absolute(track.file.address), "text/vtt", track.language)
        for track in sound.tracks
        if track.kind == "captions"
    ]
    if sound.transcript_html:
        found.append(Transcript(absolute(transcript_address(face.address)), "text/plain", sound.language))
    return found
