"""All connections of one process: those that are answered directly, and those handed over to aiohttp's server.

Whoever says nothing for long, or doesn't come to the end of a request, or takes nothing of what was sent, is let go:
each holds a file handle.
"""

from __future__ import annotations

import asyncio
import resource
from contextlib import suppress
from typing import TYPE_CHECKING

from .direct import Direct
from .reader import Reader
from .written import Dates

if TYPE_CHECKING:
    from .handling import Line, Others

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

OWN_FILES = 200
"""So many file handles are kept for the store, for the desk, and for what is counted."""


class Connections:
    """Made within a running loop; called for each new connection, it makes its protocol."""

    def __init__(self, reader: Reader) -> None:
        self.now = 0.0  # seconds, by looks
        self.direct: set[Direct] = set()
        self._reader = reader
        self._dates = Dates()
        self._loop = asyncio.get_running_loop()
        self._others: Others | None = None
        self._most = max(1, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - OWN_FILES)
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

    def take(self, line: Direct) -> None:
        """A connection has come. One more than there may be is closed at once."""
        self.direct.add(line)
        if len(self.direct) + (len(self._others.connections) if self._others else 0) > self._most:
            line.transport.abort()

    def forget(self, line: Direct) -> None:
        """A connection has gone, or was handed over."""
        self.direct.discard(line)
        if self._closing and not self.direct:
            self._alone.set()

    async def close(self) -> None:
        """Send what was answered, let live actions come to their end, both for a while, and let go of all."""
        self._next.cancel()
        self._closing = True
        if self._others is not None:
            self._others.pre_shutdown()  # no further requests
        for line in tuple(self.direct):
            line.transport.close()
        if self.direct:
            with suppress(TimeoutError):
                await asyncio.wait_for(self._alone.wait(), LAST_WORDS)
        if self._others is not None:
            await self._others.shutdown(LAST_WORDS)

    def look(self, passed: float) -> None:
        """Let those go that keep a connection for nothing; so many seconds have passed since the last look."""
        self.now += passed
        for other in self._others.connections if self._others else ():
            self._cut_off_if_stuck(other)
        for line in tuple(self.direct):
            self._cut_off_if_stuck(line)
            if not line.unsent and self.now - line.since > (BEGUN if line.has_begun else SILENT):
                line.transport.close()

    def _cut_off_if_stuck(self, line: Direct | Line) -> None:
        if line.transport is None:
            return
        unsent = line.transport.get_write_buffer_size()
        if unsent != line.unsent:
            line.unsent, line.since = unsent, self.now
        if unsent and self.now - line.since > STUCK:
            line.transport.abort()

    def _look(self) -> None:
        self.look(LOOK)
        self._next = self._loop.call_later(LOOK, self._look)
