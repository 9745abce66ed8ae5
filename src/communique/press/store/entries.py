"""What the store knows of an address, of an edition, and of a page that could not be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import orjson

from communique.text.sentences import Sentence, from_kept


class Place(NamedTuple):
    """Where an object lies."""

    pack: int
    start: int
    length: int


class Answer(NamedTuple):
    """What an address answers with, as its row holds it."""

    object: bytes  # the hash that names its body
    status: int
    media_type: str
    headers: str  # JSON
    expires: float | None  # seconds since 1970, UTC
    sheet: str


class Entry(NamedTuple):
    """A current address: what it answers with, and where its body lies.

    A plain tuple of plain values, because a reader holds a hundred thousand of them.
    """

    address: str
    object: bytes
    status: int
    media_type: str
    headers: str
    expires: float | None
    sheet: str
    pack: int
    start: int
    length: int

    @property
    def header_pairs(self) -> tuple[tuple[str, str], ...]:
        """The headers that were printed with it."""
        return tuple((name, value) for name, value in orjson.loads(self.headers))


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition: everything that the public can read between two moments."""

    number: int
    made: datetime
    cause: str
    position: str  # the last change of the content that it was made for, in the press's own words; "" for none
    epoch: str  # which content database that was


@dataclass(frozen=True, slots=True)
class Failure:
    """A page that could not be printed; its last good version stays."""

    sheet: str
    key: str
    address: str
    reason: str
    since: datetime | None = None  # set by the store: when it first failed
    last_edition: int = 0  # set by the store: the edition at which it failed last

    @property
    def said(self) -> Sentence:
        """The reason: what one of our own says in the reader's language, what another program says as it is."""
        return from_kept(self.reason)
