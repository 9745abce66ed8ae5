"""What printed pages ask about albums."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content.questions.pages import Head, Link, current_address, head, link
from communique.content.questions.pictures import Shown, shown
from communique.content.richtext import printed
from communique.press.questions import Ask, Reading, Row, question
from communique.publishing.addresses import address_of

TABLE = "gallery_albumpage"
PICTURES = "gallery_albumpicture"
KIND = "gallery.albumpage"


@dataclass(frozen=True)
class Face:
    """What a list shows of an album: how many pictures there are, and the one on its cover."""

    title: str
    address: str
    language: str
    day: date | None
    place: str
    introduction_html: str
    pictures: int
    cover: Shown | None


@dataclass(frozen=True)
class Photograph:
    """A picture in an album; `key` lasts as long as it stands there, wherever it is moved."""

    key: int
    shown: Shown
    alt: str
    caption_html: str
    credit: str


@dataclass(frozen=True)
class Contents:
    """What an album's own pages show besides."""

    head: Head
    photographs: tuple[Photograph, ...]
    people: tuple[int, ...]
    occasion: Link | None


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public album."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    rows = _rows(read, page_id)
    return Face(
        page.title,
        address,
        own.language,
        own.day,
        own.place,
        printed(own.introduction, lambda number: address_of.reads(read, number)),
        len(rows),
        _cover(read, own, rows),
    )


def _rows(read: Reading, page_id: int) -> dict[int, Row]:
    """The rows of an album in order, each picture once, by its number."""
    found: dict[int, Row] = {}
    for row in read.rows(PICTURES, page_id=page_id, order=("sort_order", "id")):
        found.setdefault(row.picture_id, row)
    return found


def _cover(read: Reading, own: Row, rows: dict[int, Row]) -> Shown | None:
    """The picture chosen for it, else the first that can be shown."""
    wanted = [own.cover_picture_id] if own.cover_picture_id else []
    for number in (*wanted, *rows):
        picture = shown(read, number)
        if picture is not None:
            return picture
    return None


@question
def contents(read: Reading, page_id: int) -> Contents | None:
    """The pictures of a public album, whom they show, and the event if readers can see it."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    photographs = []
    for number, row in _rows(read, page_id).items():
        picture = shown(read, number)
        if picture is not None:
            caption = printed(row.caption, lambda page: address_of.reads(read, page))
            photographs.append(Photograph(number, picture, row.alt or picture.alt, caption, row.credit))
    people = read.rows("gallery_shownperson", page_id=page_id, order=("sort_order", "id"))
    return Contents(
        top,
        tuple(photographs),
        tuple(dict.fromkeys(row.person_id for row in people)),
        link(read, own.occasion_id) if own.occasion_id else None,
    )


@question
def albums_of(read: Reading, page_id: int) -> tuple[int, ...]:
    """The public albums that belong to an event, by their day."""
    rows = read.rows(TABLE, occasion_id=page_id, columns=("page_ptr_id", "day"))
    return tuple(row.page_ptr_id for row in sorted(rows, key=lambda row: (str(row.day or ""), row.page_ptr_id)))


def of_occasion(ask: Ask, page_id: int) -> tuple[int, ...]:
    """The same, for the page of the event."""
    return ask(albums_of, page_id)
