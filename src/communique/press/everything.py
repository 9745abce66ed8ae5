"""Printing everything, into one edition and a new ledger."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from .fresh_ledger import FreshLedger
from .ledger import Ledger
from .printing import prove
from .questions import Key
from .sheets import Sheet
from .source import Snapshot
from .work import Bench, Run, Work


class Everything(Work):
    """A run that prints every sheet. What is the same as before is not stored again."""

    def __init__(self, bench: Bench, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(bench, snapshot, now, FreshLedger(bench.folder / "ledger.new.sqlite3"))

    def run(self, cause: str, identity: str, old: Ledger | None) -> Run:
        """Print; the last good version of a sheet that fails is known from the old ledger, if there is one."""
        keep: set[str] = set()
        with self.bench.store.edition(cause=cause, epoch=identity) as edition:
            for done, (sheet, key) in enumerate(self._every(), start=1):
                proof = prove(self.newsroom, sheet, key, self.inquiry.notebook(), keep.__contains__)
                before = old.sheet(sheet.name, key) if old and proof.failure else None
                keep.update(self.enter(edition, proof, before))
                if self.bench.progress and done % 50 == 0:
                    self.bench.progress(done, None)
            self.tally.removed.update(self.bench.store.addresses() - keep)
            edition.keep_only(keep)
            for known in self.bench.store.failures():
                edition.mend(known.sheet, known.key)
            self.tell_failures(edition)
        self.ledger.state("fingerprint", self.newsroom.fingerprint)
        self.ledger.state("edition", str(self.number()))
        return self.result(cause, full=True)

    def _every(self) -> Iterator[tuple[Sheet, Key]]:
        for sheet in self.newsroom.sheets:
            for key in self.keys(sheet):
                yield sheet, key
