"""What printed pages ask about experts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.content.questions.names import topic
from communique.content.questions.pages import Link, link
from communique.press.questions import Reading, question

PAGES = "experts_expertspage"
EXPERTS = "experts_expert"


@dataclass(frozen=True)
class Known:
    """Something that somebody knows, and the end of the address of those who do."""

    name: str
    slug: str


@dataclass(frozen=True)
class Expertise:
    """What a person can be asked about, and how."""

    topics: tuple[Known, ...]
    regions: tuple[Known, ...]
    spoken: tuple[str, ...]
    for_media: bool
    email: str
    telephone: str


@question
def everybody(read: Reading) -> tuple[int, ...]:
    """The people who can be asked."""
    return tuple(row.person_id for row in read.rows(EXPERTS, order=("id",), columns=("person_id",)))


@question
def expertise(read: Reading, person_id: int, language: str) -> Expertise | None:
    """What a person can be asked about, in the words of a language; None for one who is no expert."""
    rows = read.rows(EXPERTS, person_id=person_id)
    if not rows:
        return None
    own = rows[0]
    topics = read.rows("experts_expert_topics", expert_id=own.id, columns=("topic_id",))
    regions = read.rows("experts_expert_regions", expert_id=own.id, columns=("region_id",))
    return Expertise(
        _sorted(_topic(read, row.topic_id, language) for row in topics),
        _sorted(_region(read, row.region_id, language) for row in regions),
        tuple(own.spoken.split()),
        own.for_media,
        own.email,
        own.telephone,
    )


@question
def finder(read: Reading, language: str) -> Link | None:
    """The public page to find experts by in a language; of several, the one made first."""
    rows = read.rows(PAGES, language=language, order=("page_ptr_id",), columns=("page_ptr_id",))
    found = (link(read, row.page_ptr_id) for row in rows)
    return next((one for one in found if one is not None), None)


@question
def slug_of(read: Reading, person_id: int) -> str | None:
    """The end of the address of a person's page."""
    row = read.row("content_person", person_id, columns=("slug",))
    return str(row.slug) if row is not None else None


def _topic(read: Reading, topic_id: int, language: str) -> Known | None:
    row = read.row("content_topic", topic_id, columns=("slug",))
    named = topic.reads(read, topic_id, language)
    return Known(named.name, row.slug) if row is not None and named is not None else None


def _region(read: Reading, region_id: int, language: str) -> Known | None:
    row = read.row("experts_region", region_id)
    if row is None:
        return None
    texts = read.rows("experts_regiontext", region_id=region_id, language=language, columns=("title",))
    return Known(texts[0].title if texts else row.title, row.slug)


def _sorted(several: Iterable[Known | None]) -> tuple[Known, ...]:
    found = [one for one in several if one is not None]
    return tuple(sorted(found, key=lambda one: (one.name.casefold(), one.slug)))
