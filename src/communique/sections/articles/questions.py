"""What printed pages ask about articles."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from html import escape

from communique.content import library
from communique.content.bodies import Body, body
from communique.content.questions import papers
from communique.content.questions.names import Credit
from communique.content.questions.pages import Head, current_address, head
from communique.content.questions.papers import Version
from communique.content.questions.pictures import Shown, shown
from communique.content.richtext import printed
from communique.press.questions import Reading, question
from communique.publishing.addresses import address_of
from communique.text.excerpts import excerpt

from . import disclaimers, forms
from .findings import listed
from .own import Own, own_of

TABLE = "articles_articlepage"
PDFS = "articles_pdfversion"
KIND = "articles.articlepage"


@dataclass(frozen=True)
class Face:
    """What a list shows of an article."""

    title: str
    address: str
    kicker: str
    standfirst: str
    findings: tuple[str, ...]
    language: str
    published: datetime | None
    credits: tuple[Credit, ...]
    topics: tuple[int, ...]
    picture: Shown | None
    alt: str
    apart: str
    """What its type is called, if it doesn't count as research; "" for all others."""

    @property
    def in_short(self) -> str:
        """What it says in a sentence or two: its standfirst; where there is none, what it found."""
        return self.standfirst or excerpt(escape(" ".join(self.findings)))


@dataclass(frozen=True)
class Origin:
    """Who published an article before us, and where and when, as far as that is known."""

    name: str
    link: str
    day: date | None
    permission: str


@dataclass(frozen=True)
class Text:
    """What an article's own page shows besides."""

    head: Head
    updated_elsewhere: datetime | None
    guid: str
    type_id: int | None
    caption_html: str
    credit: str
    body: Body
    origin: Origin | None
    own: Own
    """All that is filled; what its form hasn't, isn't shown."""
    pdfs: tuple[Version, ...]
    """As a PDF of its own, the newest first; the same holds."""


@dataclass(frozen=True)
class Type:
    """What an article is, in a language, with the disclaimer of its day; `described_as` is schema.org's word for it.

    `form` is the name of one of the forms.
    """

    name: str
    disclaimer_html: str
    described_as: str
    form: str


@question
def face(read: Reading, page_id: int) -> Face | None:
    """What a list shows of a public article."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    own = read.row(TABLE, page_id, columns=_FACE)
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    rows = read.rows("articles_contributor", page_id=page_id, order=("sort_order",))
    topics = read.rows("articles_articlepage_topics", articlepage_id=page_id, columns=("topic_id",))
    return Face(
        page.title,
        address,
        own.kicker,
        own.standfirst,
        listed(own.findings),
        own.language,
        own.published,
        tuple(Credit(row.person_id, row.role, row.affiliation) for row in rows),
        tuple(sorted(row.topic_id for row in topics)),
        shown(read, own.lead_picture_id) if own.lead_picture_id else None,
        own.lead_alt,
        _apart(read, own.article_type_id, own.language) if own.article_type_id else "",
    )


_FACE = ("kicker", "standfirst", "findings", "language", "published", "lead_picture_id", "lead_alt", "article_type_id")


def _apart(read: Reading, type_id: int, language: str) -> str:
    kind = read.row("articles_articletype", type_id, columns=("name", "form"))
    return _named(read, type_id, kind.name, language) if kind and not forms.counts_as_research(kind.form) else ""


@question
def is_apart(read: Reading, page_id: int) -> bool:
    """Whether a page is an article that doesn't count as research."""
    own = read.row(TABLE, page_id, columns=("article_type_id",))
    if own is None or own.article_type_id is None:
        return False
    kind = read.row("articles_articletype", own.article_type_id, columns=("form",))
    return kind is not None and not forms.counts_as_research(kind.form)


def _named(read: Reading, type_id: int, name: str, language: str) -> str:
    texts = read.rows("articles_articletypetext", article_type_id=type_id, language=language)
    return (texts[0].name if texts else "") or name


@question
def text(read: Reading, page_id: int) -> Text | None:
    """The text of a public article, set for print."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    return Text(
        top,
        own.updated,
        own.guid,
        own.article_type_id,
        printed(own.lead_caption, lambda number: address_of.reads(read, number)),
        own.lead_credit,
        body(read, own.body, top.language, top.address),
        Origin(own.origin, own.origin_link, own.origin_date, own.permission) if own.origin else None,
        own_of(own),
        tuple(one for one in papers.versions(read, PDFS, page_id) if one.kind == "pdf"),
    )


@question
def some_pdf(read: Reading) -> bool:
    """Whether there is a publication that readers can have as a PDF."""
    return read.count(PDFS) > 0


def of_file(read: Reading, number: int, language: str) -> library.Paper | None:
    """The public publication that has this file of the library as its PDF."""
    return papers.of_file(read, TABLE, PDFS, number, language)


@question
def section_address(read: Reading, path: str) -> str:
    """Where the section of articles at a tree path stands; "" for one that no reader can see."""
    for page in read.rows("wagtailcore_page", path=path, columns=("id",)):
        if read.row("articles_articlespage", page.id, columns=("page_ptr_id",)) is not None:
            return current_address(read, page.id) or ""
    return ""


@question
def form_of(read: Reading, type_id: int) -> str:
    """The name of an article type's form."""
    row = read.row("articles_articletype", type_id, columns=("form",))
    return row.form if row is not None else ""


@question
def type_of(read: Reading, type_id: int, language: str, day: str) -> Type | None:
    """An article type in a language, with what held on a day ("2026-11-26"; "" for what holds last).

    A disclaimer in another language is left out.
    """
    row = read.row("articles_articletype", type_id)
    if row is None:
        return None
    versions = read.rows("articles_disclaimer", article_type_id=type_id, language=language, order=("id",))
    disclaimer = disclaimers.holding(versions, date.fromisoformat(day) if day else None)
    return Type(
        _named(read, type_id, row.name, language),
        printed(disclaimer, lambda number: address_of.reads(read, number)),
        row.described_as,
        row.form,
    )
