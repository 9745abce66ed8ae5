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
    """Forks; to be used by a process with one thread. One that ends because it can't work at all ends all."""

    _said_why = range(64, 79)  # exit codes of sysexits.h

    def __init__(self, size: int, work: Callable[[], None]) -> None:
        self._size = size
        self._work = work
        self._hands: set[int] = set()
        self._told = False
        self._code = 0

    def run(self) -> None:
        """Work until told to stop (SIGTERM, SIGINT). Raises SystemExit with the code of one that can't work."""
        numbers = (signal.SIGTERM, signal.SIGINT)
        signal.pthread_sigmask(signal.SIG_BLOCK, {*numbers, signal.SIGCHLD})  # they are waited for below
        for _ in range(self._size):
            self._begin()
        while not self._told:
            number = signal.sigwait({*numbers, signal.SIGCHLD})
            self._told = number in numbers
            missing = 0 if self._told else self._gone()
            if missing:
                time.sleep(PAUSE)
            for _ in range(missing):
                self._begin()
        self._end()
        if self._code:
            raise SystemExit(self._code)

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
        except Exception as error:
            code = getattr(error, "exit_code", 1)
            if code == 1:
                log.exception("A process of the reader ended.")
            else:
                log.error("%s", error)
        finally:
            os._exit(code)

    def _gone(self) -> int:
        """How many have died since the last look."""
        gone = 0
        while self._hands:
            hand, status = os.waitpid(-1, os.WNOHANG)
            if not hand:
                break
            if hand not in self._hands:
                continue  # one that came to us from elsewhere
            self._hands.discard(hand)
            gone += 1
            code = os.waitstatus_to_exitcode(status)
            if code in self._said_why:
                self._told, self._code = True, code
                break
            log.warning("A process of the reader died (%s); it is begun again.", code)
        return 0 if self._told else gone

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
