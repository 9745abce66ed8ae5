"""What an album prints: its own page, and one for each of its pictures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from communique.content import frames
from communique.content.described import Somebody
from communique.content.frames import Context
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.content.questions.names import Named
from communique.content.questions.pages import Link
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet
from communique.publishing.words import in_language
from communique.text.excerpts import excerpt
from communique.text.plain import text_of
from communique.text.scripts import direction

from . import questions
from .cards import day
from .linked_data import Album, Photograph
from .questions import Contents, Face


def album(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """An album's page and those of its pictures."""
    face, told = ask(questions.face, page_id), ask(questions.contents, page_id)
    if face is None or told is None:
        return None
    pictures = _pictures(face, told)
    return [_whole(ask, face, told, pictures), *_singly(ask, face, told, pictures)]


def _pictures(face: Face, told: Contents) -> list[Context]:
    """The pictures in order, each with its place and the address of its page."""
    say = in_language(face.language)
    return [
        {
            **(frames.lead(one.shown, alt=one.alt, caption_html=one.caption_html, credit=one.credit) or {}),
            "address": _address(face, one.key),
            "number": number,
            "named": one.alt or say("Picture {number}", number=number),
        }
        for number, one in enumerate(told.photographs, start=1)
    ]


def _address(face: Face, key: int) -> str:
    return f"{face.address}{key}/"


def _whole(ask: Ask, face: Face, told: Contents, pictures: list[Context]) -> Copy:
    people = [person for one in told.people if (person := ask(names.person, one, face.language)) is not None]
    occasion = told.occasion
    context = {
        "frame": frames.frame_of(
            ask,
            told.head,
            description=excerpt(face.introduction_html),
            picture=face.cover,
            kicker=in_language(face.language)("Album"),
            byline=" · ".join(part for part in (day(face), face.place) if part),
            matter=_described(face, told, people, pictures),
        ),
        "album": {
            **_face(face),
            "introduction_html": face.introduction_html,
            "place": face.place,
            "occasion": {"title": occasion.title, "address": occasion.address} if occasion else None,
            "people": [{"name": one.name, "address": one.address} for one in people],
            "pictures": pictures,
        },
    }
    media = [file for one in told.photographs for file in one.shown.media]
    media += face.cover.media if face.cover else ()
    expires = told.head.expires
    return Copy(
        face.address,
        context,
        "gallery/album.html",
        face.language,
        expires=expires,
        media=tuple(dict.fromkeys(media)),
    )


def _face(face: Face) -> Context:
    return {
        "title": face.title,
        "address": face.address,
        "language": face.language,
        "dir": direction(face.language),
        "day": day(face),
        "iso": f"{face.day}" if face.day else "",
    }


def _singly(ask: Ask, face: Face, told: Contents, pictures: list[Context]) -> Iterator[Copy]:
    """Each picture at large, between the one before it and the one after."""
    say = in_language(face.language)
    above = (*ask(asked.crumbs, told.head.path[: -asked.STEP]), Link(face.title, face.address))
    ways = {after["address"]: before["address"] for before, after in pairwise(pictures)}
    back = {before: after for after, before in ways.items()}
    for picture, described in zip(pictures, _photographs(told, pictures), strict=True):
        address, shown = picture["address"], described.shown
        place = say("Picture {number} of {total}", number=picture["number"], total=len(pictures))
        title = f"{face.title}: {place}"
        context = {
            "frame": frames.frame(
                ask,
                face.language,
                address,
                title,
                description=described.caption or described.alt,
                breadcrumbs=above,
                picture=shown,
                matter=described,
                drawn=False,
            ),
            "album": _face(face),
            "picture": {
                **picture,
                "title": title,
                "place": place,
                "previous": ways.get(address, ""),
                "next": back.get(address, ""),
            },
        }
        expires = told.head.expires
        yield Copy(address, context, "gallery/picture.html", face.language, expires=expires, media=shown.media)


def _described(face: Face, told: Contents, people: list[Named], pictures: list[Context]) -> Album:
    return Album(
        face.title,
        text_of(face.introduction_html),
        face.day,
        face.place,
        tuple(_photographs(told, pictures)),
        tuple(Somebody(one.name, one.address or "") for one in people),
        told.occasion,
    )


def _photographs(told: Contents, pictures: list[Context]) -> Iterator[Photograph]:
    """The pictures for machines: what is said of each is what its page shows."""
    album = Link(told.head.title, told.head.address)
    for one, picture in zip(told.photographs, pictures, strict=True):
        caption = text_of(picture["caption_html"])
        yield Photograph(picture["address"], one.shown, picture["alt"], caption, picture["credit"], album)


SHEETS = (Sheet("album", album, each=questions.TABLE),)
