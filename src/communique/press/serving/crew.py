"""Several processes that do the same, each begun again when it dies, all ended together."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Callable

log = logging.getLogger("communique.reader")

PAUSE = 1.0
"""Seconds before one that died is begun again, so that one that can't live doesn't keep the processor."""

PATIENCE = 15.0
"""Seconds that they have to end by themselves."""


class Crew:
    """Forks; to be used by a process with one thread."""

    def __init__(self, size: int, work: Callable[[], None]) -> None:
        self._size = size
        self._work = work
        self._hands: set[int] = set()
        self._told = False

    def run(self) -> None:
        """Work until told to stop (SIGTERM, SIGINT)."""
        numbers = (signal.SIGTERM, signal.SIGINT)
        signal.pthread_sigmask(signal.SIG_BLOCK, {*numbers, signal.SIGCHLD})  # they are waited for below
        for _ in range(self._size):
            self._begin()
        while not self._told:
            number = signal.sigwait({*numbers, signal.SIGCHLD})
            self._told = number in numbers
            for _ in range(0 if self._told else self._gone()):
                time.sleep(PAUSE)
                self._begin()
        self._end()

    def _begin(self) -> None:
        hand = os.fork()
        if hand:
            self._hands.add(hand)
            return
        code = 1
        try:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGINT, signal.SIGCHLD})
            self._work()
            code = 0
        except Exception:
            log.exception("A process of the reader ended.")
        finally:
            os._exit(code)

    def _gone(self) -> int:
        """How many have died since the last look."""
        gone = 0
        while self._hands:
            hand, status = os.waitpid(-1, os.WNOHANG)
            if not hand:
                break
            self._hands.discard(hand)
            gone += 1
            log.warning("A process of the reader died (%s); it is begun again.", os.waitstatus_to_exitcode(status))
        return gone

    def _end(self) -> None:
        for hand in self._hands:
            os.kill(hand, signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for hand in self._hands:
            while os.waitpid(hand, os.WNOHANG)[0] == 0:
                if time.monotonic() > deadline:
                    os.kill(hand, signal.SIGKILL)
                    os.waitpid(hand, 0)
                    break
                time.sleep(0.02)
