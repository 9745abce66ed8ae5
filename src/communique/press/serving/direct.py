"""One reader's connection, as nearly all are: whole requests for published pages, one after the other.

They are answered at once, from memory, within the call that brings them. The first thing that isn't such a request –
a live action, a body, another version of the protocol, a second request before the first was answered, anything odd –
hands the connection over to aiohttp's server, for good.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

from . import heads
from .reader import Reader
from .written import Dates, head_of

if TYPE_CHECKING:
    from .connections import Connections

LONGEST_HEAD = 16_384
LARGE = 65_536
"""Larger answers are sent from where they lie, and not copied for each reader."""

_END = b"\r\n\r\n"


class Direct(asyncio.Protocol):
    """A connection. `since` is when it last began to ask for something, by the connections' own time."""

    __slots__ = ("_begun", "_dates", "_house", "_plain", "_reader", "_served", "since", "transport", "unsent")

    transport: asyncio.Transport

    def __init__(self, reader: Reader, house: Connections, dates: Dates) -> None:
        self._reader = reader
        self._house = house
        self._dates = dates
        self._plain = reader.answers.prepared.plain
        self._served = reader.answers.served
        self._begun = b""
        self.since = house.now
        self.unsent = 0

    @property
    def has_begun(self) -> bool:
        """Whether there is a part of a request."""
        return bool(self._begun)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Somebody called."""
        self.transport = cast(asyncio.Transport, transport)
        self._house.take(self)

    def connection_lost(self, exc: Exception | None) -> None:
        """They are gone."""
        self._house.forget(self)

    def pause_writing(self) -> None:
        """They take more slowly than they ask: hear no more of them until they have what they asked for."""
        self.transport.pause_reading()

    def resume_writing(self) -> None:
        """They have it."""
        self.transport.resume_reading()

    def data_received(self, data: bytes) -> None:
        """Answer a request, or wait for its end, or hand over."""
        if self._begun:
            data = self._begun + data
            self._begun = b""
        else:
            self.since = self._house.now
        end = data.find(_END)
        if 0 <= end == len(data) - 4 < LONGEST_HEAD:
            first, _, block = data[:end].partition(b"\r\n")
            head = heads.read(block)
            if head is not None and self._answer(first, head):
                return
        elif end < 0 and len(data) < LONGEST_HEAD and _may_become_one(data):
            self._begun = data
            return
        self._hand_over(data)

    def _answer(self, first: bytes, head: heads.Head) -> bool:
        # Nearly all requests are a bare GET of a page that was asked for before: nothing to work out then.
        variants = self._plain.get(first)
        if variants is not None and head.is_bare:
            variant = variants.get(head.preference)
            if variant is not None:
                pieces = (variant.head, self._dates.line(), *variant.pieces)
                if variant.length > LARGE:
                    self.transport.writelines(pieces)
                else:
                    self.transport.write(b"".join(pieces))
                self._served.note(200, variant.length)
                return True
        asked = heads.asked(first)
        answer = self._reader.answer(*asked, head) if asked is not None else None
        if asked is None or answer is None:
            return False
        body = b"" if asked[0] == "HEAD" else answer.body
        self.transport.write(b"".join((head_of(answer.status, answer.headers), self._dates.line(), body)))
        self._served.note(answer.status, len(body))
        return True

    def _hand_over(self, data: bytes) -> None:
        self._house.forget(self)
        other = self._house.other()
        self.transport.set_protocol(other)
        other.connection_made(self.transport)
        other.data_received(data)


def _may_become_one(data: bytes) -> bool:
    """Whether this can be the beginning of a request, and its end is told as usual."""
    return data[:1].isalpha() and b"\n\n" not in data
