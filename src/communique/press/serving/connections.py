"""All connections of one process: those that are answered directly, and those handed over to aiohttp's server.

Whoever says nothing for long, or doesn't come to the end of a request, or takes nothing of what was sent, is let go:
each holds a file handle.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import TYPE_CHECKING

from .direct import Direct
from .reader import Reader
from .written import Dates

if TYPE_CHECKING:
    from .handling import Others

LOOK = 5.0
"""Seconds between two looks."""

SILENT = 75.0
"""Seconds that a connection is kept without a request."""

BEGUN = 30.0
"""Seconds that a request's head may take to come."""

STUCK = 120.0
"""Seconds in which somebody who is sent something must take some of it."""

LAST_WORDS = 5.0
"""Seconds that answers and live actions have to come to their end when the reader is asked to stop."""


class Connections:
    """Made within a running loop; called for each new connection, it makes its protocol."""

    def __init__(self, reader: Reader) -> None:
        self.now = 0.0  # seconds, by looks
        self.direct: set[Direct] = set()
        self._reader = reader
        self._dates = Dates()
        self._loop = asyncio.get_running_loop()
        self._others: Others | None = None
        self._alone = asyncio.Event()  # once it is closed and the last one has gone
        self._closing = False
        self._next = self._loop.call_later(LOOK, self._look)

    def __call__(self) -> Direct:
        """The protocol of a connection that has just come."""
        return Direct(self._reader, self, self._dates)

    def other(self) -> asyncio.Protocol:
        """The protocol of one that asks for more than a published page."""
        if self._others is None:
            from .handling import Others  # only where it is needed: it takes a while to import

            self._others = Others(self._reader)
        return self._others()

    def forget(self, line: Direct) -> None:
        """A connection has gone, or was handed over."""
        self.direct.discard(line)
        if self._closing and not self.direct:
            self._alone.set()

    async def close(self) -> None:
        """Send what was answered, let live actions come to their end, both for a while, and let go of all."""
        self._next.cancel()
        self._closing = True
        if self.direct:
            for line in tuple(self.direct):
                line.transport.close()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._alone.wait(), LAST_WORDS)
        if self._others is not None:
            self._others.pre_shutdown()
            await self._others.shutdown(LAST_WORDS)

    def look(self, passed: float) -> None:
        """Let those go that keep a connection for nothing; so many seconds have passed since the last look."""
        self.now += passed
        for line in tuple(self.direct):
            unsent = line.transport.get_write_buffer_size()
            if unsent != line.unsent:
                line.unsent, line.since = unsent, self.now
            silent = self.now - line.since
            if unsent and silent > STUCK:
                line.transport.abort()
            elif not unsent and silent > (BEGUN if line.has_begun else SILENT):
                line.transport.close()

    def _look(self) -> None:
        self.look(LOOK)
        self._next = self._loop.call_later(LOOK, self._look)
