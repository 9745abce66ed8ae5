"""A run of the press: from pending changes to the next edition, printing exactly what they affect."""

from __future__ import annotations

import logging
import time
from collections import deque
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from . import last_run, sqlite
from .changed import WhatChanged
from .changes import Pending
from .everything import Everything
from .guard import Guard, TooCostly, in_english
from .inquiry import Inquiry, Progress
from .kept import Kept
from .ledger import Asked, Ledger, is_sound
from .printing import prove
from .questions import Key, known
from .sheets import Sheet
from .source import Newsroom
from .store import Store
from .tables import EPOCH, MICROSECOND
from .work import Bench, Run

__all__ = ["Press", "Run"]

log = logging.getLogger("communique.press")

LEDGER = "ledger.sqlite3"
AHEAD = 0.5
"""So many seconds at a time are spent on what may be wanted some day."""

JITTER = timedelta(minutes=1)
"""So far may the clock step back without a word: what was printed too early comes true within that time."""


class Press:
    """Prints a newsroom's sheets into a store. One press works on a store at a time: the store sees to it."""

    def __init__(
        self,
        newsroom: Newsroom,
        store: Store,
        folder: Path,
        progress: Progress | None = None,
        *,
        processes: int = 1,
        guard: Guard | None = None,
    ) -> None:
        self.newsroom = newsroom
        self.store = store
        self.folder = folder
        self._guard = guard or Guard(folder)
        self._bench = Bench(newsroom, store, folder, self._guard, progress, processes)
        self._ledger: Ledger | None = None
        self._kept = Kept()
        self._in_vain: set[str] = set()
        self._last = 0  # the last change that it has seen
        self._ahead: deque[Asked | tuple[Sheet, Key]] | None = None

    def run(
        self,
        *,
        full: bool = False,
        at_leisure: bool = False,
        distrusted: Collection[bytes] = (),
        busy: Callable[[], bool] | None = None,
    ) -> Run:
        """Print what has changed (or everything) into one edition.

        Where what is stored under some hashes is `distrusted`, everything is printed and they are stored anew.
        At leisure, changes that print nothing (a draft was begun) stay pending until the next run: to strike them would
        mean to wait for whoever writes into the content database, and often that is who publishes the draft.
        Where there is nothing to do, a while is spent on asking what takes long, until somebody says that it is `busy`.
        Raises OSError when disk or files fail: the old edition stays, and the changes stay pending.
        """
        while True:
            try:
                with self._guard.on_duty():
                    return self._run(full, at_leisure, distrusted, busy)
            except sqlite.DatabaseError:
                if not self._drop_damaged_ledger(thoroughly=True):
                    raise
            except TooCostly as costly:
                log.error("%s %s is left out: %s", costly.name, list(costly.asked), in_english(costly.reason))
                self._guard.leave_out(costly, self.newsroom.now(), self._last)

    def _run(self, full: bool, at_leisure: bool, distrusted: Collection[bytes], busy: Callable[[], bool] | None) -> Run:
        began = time.perf_counter()
        now = self.newsroom.now().astimezone(UTC)
        with self.newsroom.snapshot() as snapshot:
            pending = Pending(snapshot.changes(), *snapshot.mark())
            new = pending.besides(self._in_vain)
            self._last = pending.numbered[-1][0] if pending.numbered else 0
            self._guard.let_in(pending.numbered, self.newsroom.tables, now)
            cause = "what is damaged" if distrusted else "asked for" if full else self._cause_for_all(pending, now)
            try:
                if cause:
                    run = self._all(Everything(self._bench, snapshot, now), cause, pending, distrusted)
                else:
                    work = WhatChanged(self._bench, snapshot, now, self.ledger, self._kept)
                    run = work.run(new)
                    if busy is not None and not (new.numbered or run.asked):
                        self._look_ahead(work.inquiry, busy)
            except BaseException:
                self.close()
                raise
        if at_leisure and new.numbered and not (cause or run.printed or run.removed or run.failed):
            self._in_vain |= new.places
        elif pending.numbered or pending.marked != run.edition:
            self.newsroom.settle([number for number, _ in pending.numbered], pending.identity, run.edition)
            self._in_vain.clear()
        run = replace(run, took=time.perf_counter() - began)
        if run.full or run.printed or run.unchanged or run.removed or run.failed:
            try:
                last_run.keep(self.folder, run, datetime.now(UTC))
            except OSError as error:  # what readers have doesn't depend on it
                log.warning("What the run did could not be taken down: %s", error)
        return run

    def _look_ahead(self, inquiry: Inquiry, busy: Callable[[], bool]) -> None:
        """Ask and compose what takes long. Nothing has changed since the ledger was written, so it stays as it is."""
        if self._ahead is None:
            asked = self.ledger.asked_of(name for name, question in known.items() if question.ahead)
            sheets = [sheet for sheet in self.newsroom.sheets if sheet.ahead]
            composed = [(sheet, entered.key) for sheet in sheets for entered in self.ledger.sheets(sheet.name)]
            self._ahead = deque([*asked, *composed])
        began = time.monotonic()
        while self._ahead and time.monotonic() - began < AHEAD and not busy():
            match self._ahead.popleft():
                case Asked() as asked_before:
                    inquiry.again(asked_before.name, asked_before.args)
                case sheet, key:
                    prove(self.newsroom, sheet, key, inquiry.notebook())
        self._kept.settle({})

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
        """Close the ledger, forgetting what was not committed and all that was kept."""
        self._kept = Kept()
        self._in_vain = set()
        self._ahead = None
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _all(self, work: Everything, cause: str, pending: Pending, distrusted: Collection[bytes]) -> Run:
        try:
            run = work.run(cause, pending, self._readable_ledger(), distrusted)
            work.ledger.commit()
        finally:
            work.ledger.close()
        self.close()
        sqlite.put_in_place(work.ledger.path, self.folder / LEDGER)
        return run

    def _readable_ledger(self) -> Ledger | None:
        self._drop_damaged_ledger()
        return self.ledger if self.ledger.fact("edition") else None

    def _drop_damaged_ledger(self, *, thoroughly: bool = False) -> bool:
        """Take away a ledger that is damaged or of another format, since a full print makes it anew; whether it was."""
        if self._ledger is not None or is_sound(self.folder / LEDGER, thoroughly=thoroughly):
            return False
        log.warning("The ledger in %s can't be used; it is made anew, and everything is printed.", self.folder)
        sqlite.remove(self.folder / LEDGER)
        return True

    def _cause_for_all(self, pending: Pending, now: datetime) -> str:
        """Why everything has to be printed; "" when the changes alone will do."""
        current, ledger = self.store.current(), self._readable_ledger()
        if current is None or ledger is None:
            return "nothing printed yet" if current is None else "no ledger"
        if current.epoch != pending.identity:
            return "another content database"
        if pending.marked < current.number - 1 or (pending.marked < current.number and pending.lack(current.position)):
            return f"the content database is older than edition {current.number}"
        if pending.marked > current.number:
            return "the store is older than the content database"
        if ledger.fact("fingerprint") != self.newsroom.fingerprint:
            return "new code, templates or assets"
        if int(ledger.fact("edition") or 0) not in (current.number, current.number - 1):
            return "the ledger is of another edition"
        if (now - EPOCH + JITTER) // MICROSECOND < int(ledger.fact("moment") or 0):
            return "the clock was set back"
        if any(self.newsroom.tables[change.table].hides_all for change in pending.changes):
            return "what is private has changed"
        return ""
