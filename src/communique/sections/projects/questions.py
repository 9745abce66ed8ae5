"""What printed pages ask about projects."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings

from communique.content.acknowledgements import Support
from communique.content.bodies import Body, body
from communique.content.questions.names import Credit
from communique.content.questions.pages import Head, Link, current_address, head, link
from communique.content.questions.pictures import Shown, shown
from communique.content.richtext import printed
from communique.press.questions import Reading, Row, question
from communique.publishing.addresses import address_of

TABLE = "projects_projectpage"
SECTIONS = "projects_projectspage"
KIND = "projects.projectpage"


@dataclass(frozen=True)
class Face:
    """What a list shows of a project. `stage` is planned, running or completed; one without days is running."""

    page_id: int
    title: str
    address: str
    standfirst: str
    language: str
    path: str
    began: date | None
    ended: date | None
    stage: str
    picture: Shown | None
    alt: str
    group: int
    """The page that it is a translation of, or itself."""


@dataclass(frozen=True)
class Text:
    """What a project's own page shows besides."""

    head: Head
    caption_html: str
    credit: str
    body: Body
    people: tuple[Credit, ...]
    outputs: tuple[Link, ...]
    topics: tuple[int, ...]


@dataclass(frozen=True)
class Paid:
    """Who pays for a project, and what it says of that."""

    statement: str
    supports: tuple[Support, ...]


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public project."""
    page = read.row("wagtailcore_page", page_id, columns=("title", "path"))
    own = read.row(TABLE, page_id)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    return Face(
        page_id,
        page.title,
        address,
        own.standfirst,
        own.language,
        page.path,
        own.began,
        own.ended,
        _stage(read, own),
        shown(read, own.lead_picture_id) if own.lead_picture_id else None,
        own.lead_alt,
        own.original_id or page_id,
    )


def _stage(read: Reading, own: Row) -> str:
    """By the press's clock, where the organisation is."""
    if own.began is not None and not read.passed(_midnight(own.began)):
        return "planned"
    over = own.ended is not None and read.passed(_midnight(own.ended + timedelta(days=1)))
    return "completed" if over else "running"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), ZoneInfo(settings.TIME_ZONE)).astimezone(ZoneInfo("UTC"))


@question
def text(read: Reading, page_id: int) -> Text | None:
    """The text of a public project, set for print. Outputs that readers can't see aren't named."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    people = read.rows("projects_projectperson", page_id=page_id, order=("sort_order", "id"))
    outputs = read.rows("projects_projectoutput", page_id=page_id, order=("sort_order", "id"))
    topics = read.rows("projects_projectpage_topics", projectpage_id=page_id, columns=("topic_id",))
    found = (link(read, row.output_id) for row in outputs)
    return Text(
        top,
        printed(own.lead_caption, lambda number: address_of.reads(read, number)),
        own.lead_credit,
        body(read, own.body, top.language, top.address),
        tuple(Credit(row.person_id, row.role, "") for row in people),
        tuple(one for one in found if one is not None),
        tuple(sorted(row.topic_id for row in topics)),
    )


@question
def paid(read: Reading, page_id: int, language: str) -> Paid | None:
    """Who pays for a public project, in the editors' order, as a language names them."""
    own = read.row(TABLE, page_id, columns=("statement",))
    if own is None:
        return None
    rows = read.rows("projects_projectfunding", page_id=page_id, order=("sort_order", "id"))
    found = (_support(read, row, language) for row in rows)
    return Paid(own.statement, tuple(one for one in found if one is not None))


def _support(read: Reading, row: Row, language: str) -> Support | None:
    funder = read.row("projects_funder", row.funder_id)
    if funder is None:
        return None
    texts = read.rows("projects_fundertext", funder_id=row.funder_id, language=language, columns=("name",))
    name = texts[0].name if texts else funder.name
    return Support(name, funder.ror, funder.funder_id, funder.website, row.year, row.amount, row.currency, row.number)


@question
def projects_with(read: Reading, output_id: int) -> tuple[int, ...]:
    """The public projects that a page came of."""
    rows = read.rows("projects_projectoutput", output_id=output_id, columns=("page_id",))
    return tuple(sorted({row.page_id for row in rows}))


@question
def projects_in(read: Reading, language: str) -> tuple[int, ...]:
    """The public projects in a language."""
    rows = read.rows(TABLE, language=language, order=("page_ptr_id",), columns=("page_ptr_id",))
    return tuple(row.page_ptr_id for row in rows)


@question
def on_funding(read: Reading, page_id: int) -> str:
    """What a section says of its funding, set for print."""
    row = read.row(SECTIONS, page_id, columns=("on_funding",))
    return printed(row.on_funding, lambda number: address_of.reads(read, number)) if row is not None else ""
