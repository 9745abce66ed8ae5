"""What a page is, in plain values, for machines: content says it, and another part writes it in their language.

Addresses are as they stand in links; whoever writes for elsewhere puts the host before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from .acknowledgements import Acknowledgement
from .questions.pages import Link, Translation
from .questions.pictures import Shown
from .questions.site import Site


class Matter:
    """What a page is about, as its kind: a section has kinds of its own."""

    takes_place: ClassVar[bool] = False
    """Things may belong to it because they were made there: photographs to an event."""


@dataclass(frozen=True)
class Somebody:
    """A person as the page names them; `affiliation` is the one that it shows."""

    name: str
    address: str = ""
    role: str = ""
    affiliation: str = ""
    affiliation_ror: str = ""
    orcid: str = ""
    about: str = ""
    picture: Shown | None = None


@dataclass(frozen=True)
class Told:
    """What readers are told of a change: its words, its moment, and where it stands on the page."""

    words: str
    published: datetime
    anchor: str


@dataclass(frozen=True)
class Place:
    """A place in a series."""

    series: Link
    number: int


@dataclass(frozen=True)
class Origin:
    """Who published a text first; where and when, as far as that is known."""

    publisher: str
    link: str = ""
    day: date | None = None


@dataclass(frozen=True)
class Work(Matter):
    """A text with authors and a date. `kind` is schema.org's word for it; `updated` is what the page shows, or None."""

    kind: str
    title: str
    summary: str
    published: datetime | None
    updated: datetime | None
    people: tuple[tuple[str, Somebody], ...]
    """Each with their role, in order: author, editor, translator and so on."""
    type: str = ""
    topics: tuple[Link, ...] = ()
    picture: Shown | None = None
    place: Place | None = None
    corrections: tuple[Told, ...] = ()
    retraction: Told | None = None
    origin: Origin | None = None


@dataclass(frozen=True)
class Collection(Matter):
    """A page that lists others, in the order in which it shows them."""

    entries: tuple[Link, ...]


@dataclass(frozen=True)
class Profile(Matter):
    """Someone's own page."""

    person: Somebody


@dataclass(frozen=True)
class Described:
    """A page with all that its frame knows of it; `matter` is None for one that is just to be read.

    `title` is "" for a home page. One that was taken back is not to be `quoted`.
    """

    language: str
    address: str
    title: str
    description: str
    breadcrumbs: tuple[Link, ...]
    translations: tuple[Translation, ...]
    site: Site
    matter: Matter | None = None
    quoted: bool = True
    acknowledged: tuple[Acknowledgement, ...] = ()
