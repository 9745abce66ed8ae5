"""Keeping up with the press: each new edition is taken in as a whole, between two requests.

What tells of it comes as events of the loop's own files, which are heard between any two requests: a loop with ten
thousand readers who ask without pause may take a second until it looks after its tasks.
"""

from __future__ import annotations

import asyncio
import logging
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

from communique.press.store.layout import FILE

from ..store import Changes
from .answering import Answers
from .watching import Watch

log = logging.getLogger("communique.reader")

EVERY = 0.003  # seconds between two looks where nobody tells; looking takes a few microseconds
TOLD = 0.1  # where somebody does
AFTER_TROUBLE = 1.0


class Following:
    """Takes in new editions until it is closed; made within a running loop.

    They are read in a thread, so that no request waits for the disk. Between two looks, what the index of addresses
    lacks is added bit by bit, and what was counted is left.
    """

    def __init__(self, answers: Answers) -> None:
        self._answers = answers
        self._loop = asyncio.get_running_loop()
        self._thread = ThreadPoolExecutor(1, "following")
        self._found: Changes | Exception | None = None
        self._is_reading = self._look_again = False
        self._said = ""
        self._ready, self._ring = os.pipe2(os.O_NONBLOCK | os.O_CLOEXEC)
        self._loop.add_reader(self._ready, self._take)
        self._watch = Watch(answers.reader.folder / f"{FILE}-wal", self.look)  # where SQLite writes what is committed
        self._rounds = self._loop.create_task(self._go_round())

    def close(self) -> None:
        """Follow no longer."""
        self._rounds.cancel()
        self._watch.close()
        self._thread.shutdown()
        self._loop.remove_reader(self._ready)
        os.close(self._ready)
        os.close(self._ring)

    def look(self) -> None:
        """Have what is new read, if something is."""
        if self._is_reading:
            self._look_again = True
            return
        try:
            if self._answers.reader.changed():
                self._is_reading = True
                self._thread.submit(self._read)
        except Exception as error:  # whatever is wrong with the store, the edition at hand can still be read
            self._say(error)

    def _read(self) -> None:
        try:
            self._found = self._answers.reader.changes()
        except Exception as error:
            self._found = error
        os.write(self._ring, b".")

    def _take(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._ready, 64)
        found, self._found, self._is_reading = self._found, None, False
        try:
            if isinstance(found, Exception):
                raise found
            if found is not None:
                self._answers.apply(found)
            self._said = ""
        except Exception as error:
            self._look_again = False  # the next look is for the rounds, after a while
            self._say(error)
        if self._look_again:
            self._look_again = False
            self.look()

    def _say(self, error: Exception) -> None:
        if str(error) != self._said:
            said = "The next edition can't be read; readers are given edition %s."
            log.error(said, self._answers.reader.number, exc_info=error)
            self._said = str(error)

    async def _go_round(self) -> None:
        while True:
            try:
                self._watch.renew()
                self.look()
                await self._work()
            except Exception as error:
                self._say(error)
            at_leisure = self._watch.works and self._answers.suggestions.nearby.is_whole
            await asyncio.sleep(AFTER_TROUBLE if self._said else TOLD if at_leisure else EVERY)

    async def _work(self) -> None:
        if not self._answers.suggestions.nearby.is_whole:
            self._answers.suggestions.nearby.work()
        for counted in (self._answers.misses, self._answers.downloads, self._answers.served):
            if counted.is_due:
                await asyncio.to_thread(counted.leave)
