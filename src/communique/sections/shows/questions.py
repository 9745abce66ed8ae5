"""What printed pages ask about shows and their episodes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from communique.content.bodies import Body, body
from communique.content.questions.pages import Head, Link, current_address, head, link
from communique.press.questions import Reading, question
from communique.press.sheets import Media

TABLE = "shows_episodepage"
SHOWS = "shows_showpage"
KIND = "shows.episodepage"


@dataclass(frozen=True)
class Channel:
    """What a podcast says of itself besides its title; `cover` is None where there is none."""

    category: str
    explicit: bool
    owner_email: str
    cover: Media | None


@dataclass(frozen=True)
class Face:
    """What a list shows of an episode."""

    title: str
    address: str
    standfirst: str
    language: str
    published: datetime | None
    number: int | None
    recording_id: int | None


@dataclass(frozen=True)
class Speaks:
    """Somebody's part in an episode."""

    person_id: int
    part: str


@dataclass(frozen=True)
class Text:
    """What an episode's own page shows besides."""

    head: Head
    body: Body
    voices: tuple[Speaks, ...]
    show: Link | None
    updated_elsewhere: datetime | None


@question
def channel(read: Reading, page_id: int) -> Channel | None:
    """A public show as a podcast."""
    row = read.row(SHOWS, page_id)
    if row is None:
        return None
    path = row.cover_file
    cover = Media(f"/media/covers/{path.split('/', 1)[1]}", path, "image/jpeg") if path else None
    return Channel(row.category, bool(row.explicit), row.owner_email, cover)


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public episode."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    return Face(page.title, address, own.standfirst, own.language, own.published, own.number, own.recording_id)


@question
def text(read: Reading, page_id: int) -> Text | None:
    """A public episode, set for print."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    above = read.rows("wagtailcore_page", path=top.path[:-4], columns=("id",))
    voices = read.rows("shows_voice", page_id=page_id, order=("sort_order", "id"))
    return Text(
        top,
        body(read, own.body, top.language, top.address),
        tuple(Speaks(row.person_id, row.part) for row in voices),
        link(read, above[0].id) if above else None,
        own.updated,
    )
