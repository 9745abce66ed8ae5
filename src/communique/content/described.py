"""What a page is, in plain values, for machines: content says it, and another part writes it in their language.

Addresses are as they stand in links; whoever writes for elsewhere puts the host before them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .questions.pages import Link, Translation
from .questions.pictures import Shown
from .questions.site import Site


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
class Work:
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
class Collection:
    """A page that lists others, in the order in which it shows them."""

    entries: tuple[Link, ...]


@dataclass(frozen=True)
class Series(Collection):
    """A series with its parts."""

    summary: str = ""


@dataclass(frozen=True)
class Profile:
    """Someone's own page."""

    person: Somebody


@dataclass(frozen=True)
class Members:
    """A page about who belongs to the organisation now."""

    people: tuple[Somebody, ...]


@dataclass(frozen=True)
class Happening:
    """An event: its times as machines read them, where it is, and whether it takes place as announced.

    `status` is scheduled, moved, postponed or cancelled; `attendance` is place, online or both; `formerly` is the day
    announced before. `recordings` are titles and addresses.
    """

    title: str
    summary: str
    starts: str
    ends: str
    status: str
    attendance: str
    place: str = ""
    place_address: str = ""
    formerly: str = ""
    people: tuple[Somebody, ...] = ()
    picture: Shown | None = None
    recordings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Office:
    """A place at which the organisation can be reached."""

    name: str
    address: str = ""
    telephone: str = ""
    email: str = ""
    map_link: str = ""


@dataclass(frozen=True)
class Reachable:
    """A page about how one reaches the organisation."""

    offices: tuple[Office, ...]


Matter = Work | Collection | Series | Profile | Members | Happening | Reachable


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
