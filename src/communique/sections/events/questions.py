"""What printed pages ask about events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from communique.content.bodies import Body, body
from communique.content.questions.names import Credit
from communique.content.questions.pages import Head, current_address, head, link
from communique.content.questions.pictures import Shown, shown
from communique.content.questions.recordings import Recorded, recorded
from communique.content.richtext import printed
from communique.press.questions import Reading, Row, question
from communique.publishing.addresses import address_of

from .kinds import Status
from .times import Span

TABLE = "events_eventpage"
KIND = "events.eventpage"


@dataclass(frozen=True)
class Face:
    """What a list shows of an event; it is `over` from the moment at which it ends."""

    title: str
    address: str
    kind: str
    standfirst: str
    language: str
    when: Span | None
    over: bool
    attendance: str
    place: str
    place_address: str
    status: str
    formerly: date | None
    picture: Shown | None
    alt: str

    @property
    def open(self) -> bool:
        """Whether one may still come: it isn't over, and takes place on a day that is known."""
        return not self.over and self.status in (Status.SCHEDULED, Status.MOVED)


@dataclass(frozen=True)
class Item:
    """A part of the programme."""

    starts: datetime | None
    ends: datetime | None
    title: str
    description: str
    person_id: int | None


@dataclass(frozen=True)
class Left:
    """Something that an event left behind, and where it is."""

    kind: str
    title: str
    address: str
    elsewhere: bool
    recorded: Recorded | None = None


@dataclass(frozen=True)
class Text:
    """What an event's own page shows besides."""

    head: Head
    joining: str
    booking_link: str
    free: bool
    access: str
    spoken: tuple[str, ...]
    attribution: str
    status_note: str
    caption_html: str
    credit: str
    body: Body
    summary_html: str
    transcript_html: str
    speakers: tuple[Credit, ...]
    programme: tuple[Item, ...]
    materials: tuple[Left, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True)
class Dated:
    """What calendars know of an event besides what lists show: a name that lasts, and how often it has changed."""

    key: str
    sequence: int
    changed: datetime
    joining: str
    booking_link: str


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public event."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    when = _span(own)
    return Face(
        page.title,
        address,
        own.kind,
        own.standfirst,
        own.language,
        when,
        when is not None and read.passed(when.ends),
        own.attendance,
        own.place,
        own.place_address,
        own.status,
        own.formerly,
        shown(read, own.lead_picture_id) if own.lead_picture_id else None,
        own.lead_alt,
    )


def _span(own: Row) -> Span | None:
    if own.starts is None or own.ends is None:
        return None
    return Span(own.starts, own.ends, own.zone, own.all_day)


@question
def text(read: Reading, page_id: int) -> Text | None:
    """The text of a public event, set for print."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None

    def rich(markup: str) -> str:
        return printed(markup, lambda number: address_of.reads(read, number))

    speakers = read.rows("events_speaker", page_id=page_id, order=("sort_order", "id"))
    programme = read.rows("events_programmepart", page_id=page_id, order=("sort_order", "id"))
    topics = read.rows("events_eventpage_topics", eventpage_id=page_id, columns=("topic_id",))
    return Text(
        top,
        own.joining,
        own.booking_link,
        own.free,
        own.access,
        _spoken(read, own),
        own.attribution,
        own.status_note,
        rich(own.lead_caption),
        own.lead_credit,
        body(read, own.body, top.language, top.address),
        rich(own.summary),
        rich(own.transcript),
        tuple(Credit(row.person_id, row.role, row.affiliation) for row in speakers),
        tuple(Item(row.starts, row.ends, row.title, row.description, row.person_id) for row in programme),
        _materials(read, page_id),
        tuple(sorted(row.topic_id for row in topics)),
    )


def _spoken(read: Reading, own: Row) -> tuple[str, ...]:
    """The languages in which an event is held; a translation of its page changes nothing of that."""
    original = None
    if not own.spoken and own.original_id:
        original = read.row(TABLE, own.original_id, columns=("spoken", "language"))
    told = original or own
    return tuple((told.spoken or told.language).split())


def _materials(read: Reading, page_id: int) -> tuple[Left, ...]:
    """Those that lead somewhere."""
    found = []
    for row in read.rows("events_eventmaterial", page_id=page_id, order=("sort_order", "id")):
        page = link(read, row.target_id) if row.target_id else None
        ours = recorded.reads(read, row.recording_id) if row.recording_id else None
        if ours is not None:
            found.append(Left(row.kind, row.title or ours.title, ours.file.address, False, ours))
        elif page is not None:
            found.append(Left(row.kind, row.title or page.title, page.address, False))
        elif row.link.startswith(("http://", "https://")):
            found.append(Left(row.kind, row.title, row.link, True))
    return tuple(found)


@question
def dated(read: Reading, page_id: int) -> Dated | None:
    """What calendars know of a public event."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    page = read.row("wagtailcore_page", page_id, columns=("last_published_at", "first_published_at"))
    if own is None or top is None or page is None:
        return None
    changed = page.last_published_at or page.first_published_at or own.starts
    return Dated(top.key, own.sequence, changed, own.joining, own.booking_link) if changed is not None else None


@question
def sections(read: Reading, language: str) -> tuple[int, ...]:
    """The public sections of events in a language, the one made first before the others."""
    rows = read.rows("events_eventspage", language=language, order=("page_ptr_id",), columns=("page_ptr_id",))
    return tuple(row.page_ptr_id for row in rows)
