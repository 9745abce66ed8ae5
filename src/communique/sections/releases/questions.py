"""What printed pages ask about press releases."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from communique.content.bodies import Body, body
from communique.content.questions.pages import Head, current_address, head
from communique.press.questions import Reading, Row, question

TABLE = "releases_releasepage"
ROOMS = "releases_releasespage"
KIND = "releases.releasepage"


@dataclass(frozen=True)
class Asked:
    """Whom journalists may ask; what is "" isn't told."""

    name: str
    email: str
    telephone: str


@dataclass(frozen=True)
class Face:
    """What a list shows of a release."""

    title: str
    address: str
    standfirst: str
    language: str
    published: datetime | None
    topics: tuple[int, ...]


@dataclass(frozen=True)
class Text:
    """What a release's own page shows besides. `contact` is its own, else that of its press room, else None."""

    head: Head
    place: str
    body: Body
    updated_elsewhere: datetime | None
    contact: Asked | None


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public release."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    topics = read.rows("releases_releasepage_topics", releasepage_id=page_id, columns=("topic_id",))
    chosen = tuple(sorted(row.topic_id for row in topics))
    return Face(page.title, address, own.standfirst, own.language, own.published, chosen)


@question
def text(read: Reading, page_id: int) -> Text | None:
    """The text of a public release, set for print."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    above = read.rows("wagtailcore_page", path=top.path[:-4], columns=("id",))
    room = read.row(ROOMS, above[0].id) if above else None
    contact = _asked(own) or (_asked(room) if room is not None else None)
    return Text(top, own.place, body(read, own.body, top.language, top.address), own.updated, contact)


@question
def contact_of(read: Reading, page_id: int) -> Asked | None:
    """Whom a press room says to ask."""
    room = read.row(ROOMS, page_id)
    return _asked(room) if room is not None else None


def _asked(row: Row) -> Asked | None:
    told = Asked(row.contact_name, row.contact_email, row.contact_telephone)
    return told if told.email or told.telephone or told.name else None
