"""People and topics as print names them in a language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.content import languages, lists
from communique.content.addressing import person_address, topic_address
from communique.content.richtext import printed
from communique.press.questions import Ask, Reading, Row, question
from communique.publishing.addresses import address_of

from .pictures import Shown, shown


@dataclass(frozen=True)
class Named:
    """A person or topic as a link shows it; no address where it has no page in the language."""

    name: str
    address: str | None


@dataclass(frozen=True)
class Credit:
    """Someone's part in a page, with where they belonged then."""

    person_id: int
    role: str
    affiliation: str


@dataclass(frozen=True)
class Portrait:
    """A person as their own page shows them."""

    name: str
    address: str | None
    role: str
    affiliation: str
    affiliation_ror: str
    biography_html: str
    orcid: str
    picture: Shown | None


@dataclass(frozen=True)
class Subject:
    """A topic as its own page shows it."""

    title: str
    address: str
    description_html: str
    parent: Named | None


@question
def person(read: Reading, person_id: int, language: str) -> Named | None:
    """A person's name in a language, and their page if they have one."""
    row = read.row("content_person", person_id, columns=("slug", "name", "biography"))
    if row is None:
        return None
    own = _in(read, "content_persontext", "person_id", person_id, language) or _base(row, language)
    has_page = bool(own and own.biography) or _stands(read, lists.person(person_id, language))
    name = (own.name if own else "") or row.name
    return Named(name, person_address(row.slug, language) if has_page else None)


@dataclass(frozen=True)
class Registered:
    """By what a person, and where they belong at present, is known in registers; "" where it isn't."""

    orcid: str
    affiliation: str
    ror: str


@question
def registered(read: Reading, person_id: int, language: str) -> Registered | None:
    """The identifiers of a person, and of the affiliation that they have now."""
    row = read.row("content_person", person_id, columns=("orcid", "affiliation", "affiliation_ror"))
    if row is None:
        return None
    own = _in(read, "content_persontext", "person_id", person_id, language)
    return Registered(row.orcid, (own.affiliation if own else "") or row.affiliation, row.affiliation_ror)


@question
def portrait(read: Reading, person_id: int, language: str) -> Portrait | None:
    """A person in a language; a biography in another language is left out."""
    row = read.row("content_person", person_id)
    if row is None:
        return None
    own = _in(read, "content_persontext", "person_id", person_id, language) or _base(row, language)
    biography = own.biography if own else ""
    has_page = bool(biography) or _stands(read, lists.person(person_id, language))
    return Portrait(
        (own.name if own else "") or row.name,
        person_address(row.slug, language) if has_page else None,
        (own.role if own else "") or row.role,
        (own.affiliation if own else "") or row.affiliation,
        row.affiliation_ror,
        printed(biography, lambda page_id: address_of.reads(read, page_id)),
        row.orcid,
        shown(read, row.picture_id) if row.picture_id else None,
    )


@question
def topic(read: Reading, topic_id: int, language: str) -> Named | None:
    """A topic's title in a language, and its page if anything stands in it."""
    row = read.row("content_topic", topic_id, columns=("slug", "title"))
    if row is None:
        return None
    own = _in(read, "content_topictext", "topic_id", topic_id, language)
    stands = _stands(read, lists.topic(topic_id, language))
    return Named((own.title if own else "") or row.title, topic_address(row.slug, language) if stands else None)


@question
def subject(read: Reading, topic_id: int, language: str) -> Subject | None:
    """A topic in a language; a description in another language is left out."""
    row = read.row("content_topic", topic_id)
    if row is None:
        return None
    own = _in(read, "content_topictext", "topic_id", topic_id, language) or _base(row, language)
    return Subject(
        (own.title if own else "") or row.title,
        topic_address(row.slug, language),
        printed(own.description if own else "", lambda page_id: address_of.reads(read, page_id)),
        topic.reads(read, row.parent_id, language) if row.parent_id else None,
    )


def _in(read: Reading, table: str, column: str, key: int, language: str) -> Row | None:
    texts = read.rows(table, language=language, **{column: key})  # type: ignore[arg-type]  # a column's name
    return texts[0] if texts else None


def _base(row: Row, language: str) -> Row | None:
    """What stands in the record itself is in the site's own language."""
    return row if language == languages.default() else None


def _stands(read: Reading, shelf: str) -> bool:
    return bool(read.span("content_listing", ("published", "page_id"), shelf=shelf, limit=1, columns=("page_id",)))


def topics(ask: Ask, topic_ids: Iterable[int], language: str) -> list[dict[str, str]]:
    """Those of these topics that have a page in the language, as links."""
    found = (ask(topic, topic_id, language) for topic_id in topic_ids)
    return [{"title": one.name, "address": one.address} for one in found if one is not None and one.address]
