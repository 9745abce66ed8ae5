"""Printing everything with several processes: each sets its share of the sheets, seeing the same moment.

The press hands out batches and takes in what came of them, in the order in which it handed them out, so that an edition
doesn't depend on who was quicker. Store and ledger are written by the press alone.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, NoReturn, cast

from .fresh_ledger import FreshLedger, Noted, noted
from .guard import Guard, TooCostly
from .inquiry import Inquiry
from .ledger import Ledger
from .notebook import Reads
from .printing import Proof, prove
from .questions import Key
from .sheets import Sheet
from .source import MomentPassed, Newsroom

BATCH = 40
"""So many sheets are handed out at once: much less than a second's work."""

AHEAD = 2
"""So many batches lie with each compositor, so that none waits for the next."""

Place = tuple[str, Key]


class CompositorLost(RuntimeError):
    """A process that was setting sheets ended before its work was done."""


@dataclass
class Slip:
    """What stands in for the ledger with a compositor: questions are noted, and entered when the press has them."""

    fresh: list[Noted] = field(default_factory=list)
    entered: int = 0

    def enter_question(self, name: str, args: bytes, digest: bytes, reads: Reads) -> int:
        """Note a question; gives the compositor's own number for it."""
        self.fresh.append(noted(name, args, digest, reads))
        self.entered += 1
        return self.entered

    def taken(self) -> list[Noted]:
        """What was noted since the last batch."""
        fresh, self.fresh = self.fresh, []
        return fresh


@dataclass
class Compositor:
    """One process, as the press sees it."""

    process: BaseProcess
    line: Connection
    numbers: list[int] = field(default_factory=lambda: [0])  # the ledger's number for each of its own, from 1


class Compositors:
    """Several compositors at one moment of the content. Leaving the `with` block ends them."""

    def __init__(self, newsroom: Newsroom, now: datetime, moment: str, processes: int, guard: Guard) -> None:
        self._context = get_context("fork")
        self._crew: list[Compositor] = []
        self.asked = 0
        try:
            for _ in range(processes):
                self._crew.append(self._employ(newsroom, now, moment, guard))
            for one in self._crew:
                self._hear(one)  # that the moment is open
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Compositors:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Send all home."""
        for one in self._crew:
            one.line.close()
        for one in self._crew:
            one.process.terminate()
            one.process.join()

    def prove(self, places: Iterable[Place], ledger: FreshLedger) -> Iterator[Proof]:
        """What came of these sheets, in their order. Raises CompositorLost, or TooCostly."""
        ahead = iter(places)
        batches = iter(lambda: list(islice(ahead, BATCH)), [])
        out: deque[Compositor] = deque()
        for one in self._crew * AHEAD:
            self._hand_out(batches, one, out)
        while out:
            one = out.popleft()
            proofs, fresh = self._hear(one)
            self._hand_out(batches, one, out)
            self.asked += len(fresh)
            one.numbers += [ledger.enter_noted(question) for question in fresh]
            for proof in proofs:
                proof.asked = {one.numbers[number] for number in proof.asked}
                yield proof

    def _hand_out(self, batches: Iterator[list[Place]], one: Compositor, out: deque[Compositor]) -> None:
        batch = next(batches, None)
        if batch is not None:
            with suppress(OSError):  # if it is gone, hearing from it will tell
                one.line.send(batch)
            out.append(one)

    def _hear(self, one: Compositor) -> Any:
        try:
            said = one.line.recv()
        except (EOFError, OSError):
            one.process.join()
            raise CompositorLost(
                f"A process that was printing ended before its work was done ({_end(one.process.exitcode)})."
            ) from None
        if isinstance(said, BaseException):
            raise said
        return said

    def _employ(self, newsroom: Newsroom, now: datetime, moment: str, guard: Guard) -> Compositor:
        ours, theirs = self._context.Pipe()
        others = [one.line for one in self._crew] + [ours]
        process = self._context.Process(target=_work, args=(newsroom, now, moment, guard, theirs, others), daemon=True)
        process.start()
        theirs.close()
        return Compositor(process, ours)


def _end(code: int | None) -> str:
    return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"


def _work(
    newsroom: Newsroom, now: datetime, moment: str, guard: Guard, line: Connection, others: list[Connection]
) -> NoReturn:
    """A compositor's whole life. It ends when the press hangs up, however that came about."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_IGN if number == signal.SIGINT else signal.SIG_DFL)
    for other in others:
        other.close()
    gc.freeze()  # what was there before the fork is never garbage here, and looking at it would copy it
    try:
        newsroom.begin_afresh()
        with newsroom.snapshot(moment) as snapshot:
            line.send(None)
            slip = Slip()
            inquiry = Inquiry.at(snapshot, now, cast(Ledger, slip), guard)
            sheets = {sheet.name: sheet for sheet in newsroom.sheets}
            with guard.on_duty():
                while True:
                    line.send((_proofs(newsroom, inquiry, sheets, line.recv()), slip.taken()))
    except (EOFError, OSError):
        os._exit(0)  # the press has hung up
    except (MomentPassed, TooCostly) as passed:
        with suppress(OSError):
            line.send(passed)
        os._exit(0)


def _proofs(newsroom: Newsroom, inquiry: Inquiry, sheets: dict[str, Sheet], batch: list[Place]) -> list[Proof]:
    return [prove(newsroom, sheets[name], key, inquiry.notebook(), pressing=True) for name, key in batch]
