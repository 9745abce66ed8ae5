"""What printed pages ask about media coverage."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content.questions.names import Credit
from communique.content.questions.pages import Head, current_address, head
from communique.content.richtext import printed
from communique.press.questions import Reading, question
from communique.publishing.addresses import address_of

from . import shelves
from .addresses import outlet_address

TABLE = "media_coveragepage"
KIND = "media.coveragepage"

PLACE = ("published", "page_id")


@dataclass(frozen=True)
class Face:
    """What a list shows of a piece."""

    title: str
    address: str
    outlet_id: int | None
    programme: str
    day: date
    form: str
    spoken: str
    headline: str
    summary: str
    language: str


@dataclass(frozen=True)
class Text:
    """What the page of a piece shows besides."""

    head: Head
    link: str
    archived: str
    recording: str
    captioned: bool
    transcript_html: str
    people: tuple[Credit, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True)
class Outlet:
    """An outlet as a language names it, with its own site, and where what it had of us is listed."""

    name: str
    link: str
    address: str


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public piece."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id, columns=_FACE)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    return Face(
        page.title,
        address,
        own.outlet_id,
        own.programme,
        own.day,
        own.form,
        own.spoken or own.language,
        own.headline,
        own.summary,
        own.language,
    )


_FACE = ("outlet_id", "programme", "day", "form", "spoken", "headline", "summary", "language")


@question
def text(read: Reading, page_id: int) -> Text | None:
    """What the page of a public piece shows besides."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    people = read.rows("media_appearance", page_id=page_id, order=("sort_order", "id"))
    topics = read.rows("media_coveragepage_topics", coveragepage_id=page_id, columns=("topic_id",))
    return Text(
        top,
        own.link,
        own.archived,
        own.recording,
        own.captioned,
        printed(own.transcript, lambda number: address_of.reads(read, number)),
        tuple(Credit(row.person_id, row.role, "") for row in people),
        tuple(sorted(row.topic_id for row in topics)),
    )


@question
def outlet(read: Reading, outlet_id: int, language: str) -> Outlet | None:
    """An outlet in a language."""
    row = read.row("media_outlet", outlet_id)
    if row is None:
        return None
    texts = read.rows("media_outlettext", outlet_id=outlet_id, language=language, columns=("name",))
    return Outlet((texts[0].name if texts else "") or row.name, row.link, outlet_address(row.slug, language))


@question
def has_coverage(read: Reading, outlet_id: int, language: str) -> bool:
    """Whether an outlet had something of us, in a language."""
    shelf = shelves.of_outlet(outlet_id, language)
    return bool(read.span("content_listing", PLACE, shelf=shelf, limit=1, columns=("page_id",)))


@question
def every_outlet(read: Reading) -> tuple[int, ...]:
    """All outlets, the one entered first before the others."""
    return tuple(row.id for row in read.whole("media_outlet", order=("id",), columns=("id",)))


@question
def sections(read: Reading, language: str) -> tuple[int, ...]:
    """The public sections of media coverage in a language, the one made first before the others."""
    rows = read.rows("media_mediapage", language=language, order=("page_ptr_id",), columns=("page_ptr_id",))
    return tuple(row.page_ptr_id for row in rows)
