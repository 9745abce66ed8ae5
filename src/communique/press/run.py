"""A run of the press: from pending changes to the next edition, printing exactly what they affect."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from .changed import WhatChanged
from .changes import Change
from .everything import Everything
from .inquiry import Answers, Progress
from .ledger import Ledger
from .source import Newsroom
from .store import Store
from .tables import EPOCH, MICROSECOND
from .work import Bench, Run

__all__ = ["Press", "Run"]

LEDGER = "ledger.sqlite3"


class Press:
    """Prints a newsroom's sheets into a store. One press works on a store at a time: the store sees to it."""

    def __init__(
        self, newsroom: Newsroom, store: Store, folder: Path, progress: Progress | None = None, *, processes: int = 1
    ) -> None:
        self.newsroom = newsroom
        self.store = store
        self.folder = folder
        self._bench = Bench(newsroom, store, folder, progress, processes)
        self._ledger: Ledger | None = None
        self._answers: Answers = {}

    def run(self, *, full: bool = False) -> Run:
        """Print what has changed (or everything) into one edition.

        Raises OSError when disk or files fail: the old edition stays, and the changes stay pending.
        """
        began = time.perf_counter()
        now = self.newsroom.now().astimezone(UTC)
        with self.newsroom.snapshot() as snapshot:
            numbered = snapshot.changes()
            changes = [change for _, change in numbered]
            identity, marked = snapshot.mark()
            cause = "asked for" if full else self._cause_for_all(changes, identity, marked)
            try:
                if cause:
                    run = self._all(Everything(self._bench, snapshot, now), cause, identity)
                else:
                    run = WhatChanged(self._bench, snapshot, now, self.ledger, self._answers).run(changes, identity)
            except BaseException:
                self.close()
                raise
        self.newsroom.settle([number for number, _ in numbered], identity, run.edition)
        return replace(run, took=time.perf_counter() - began)

    def next_due(self) -> datetime | None:
        """When an answer next changes by itself, aware UTC; None when none will."""
        due = self.ledger.next_due()
        return None if due is None else EPOCH + due * MICROSECOND

    @property
    def ledger(self) -> Ledger:
        """The ledger of the current edition."""
        if self._ledger is None:
            self._ledger = Ledger(self.folder / LEDGER)
        return self._ledger

    def close(self) -> None:
        """Close the ledger, forgetting what was not committed and all answers."""
        self._answers = {}
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _all(self, work: Everything, cause: str, identity: str) -> Run:
        try:
            run = work.run(cause, identity, self._readable_ledger())
            work.ledger.commit()
        finally:
            work.ledger.close()
        self.close()
        for leftover in (f"{LEDGER}-wal", f"{LEDGER}-shm"):
            (self.folder / leftover).unlink(missing_ok=True)
        work.ledger.path.replace(self.folder / LEDGER)
        return run

    def _readable_ledger(self) -> Ledger | None:
        return self.ledger if self.ledger.readable and self.ledger.fact("edition") else None

    def _cause_for_all(self, changes: Sequence[Change], identity: str, marked: int) -> str:
        """Why everything has to be printed; "" when the changes alone will do."""
        current, ledger = self.store.current(), self._readable_ledger()
        if current is None or ledger is None:
            return "nothing printed yet" if current is None else "no ledger"
        if current.epoch != identity:
            return "another content database"
        if marked < current.number - 1:
            return f"the content database is older than edition {current.number}"
        if marked > current.number:
            return "the store is older than the content database"
        if ledger.fact("fingerprint") != self.newsroom.fingerprint:
            return "new code, templates or assets"
        if int(ledger.fact("edition") or 0) not in (current.number, current.number - 1):
            return "the ledger is of another edition"
        if any(self.newsroom.tables[change.table].hides_all for change in changes):
            return "what is private has changed"
        return ""
