"""Printing everything, into one edition and a new ledger."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import datetime
from typing import cast

from .changes import Pending
from .compositors import Compositors, Place
from .fresh_ledger import FreshLedger
from .ledger import Ledger
from .printing import Proof, bring_media, prove
from .source import MomentPassed, Snapshot
from .work import Bench, Run, Work

WORTHWHILE = 300
"""So many sheets must there be before other processes are asked to help: starting them takes time too."""


class Everything(Work):
    """A run that prints every sheet. What is the same as before is not stored again."""

    def __init__(self, bench: Bench, snapshot: Snapshot, now: datetime) -> None:
        super().__init__(bench, snapshot, now, FreshLedger(bench.folder / "ledger.new.sqlite3"))

    def run(self, cause: str, pending: Pending, old: Ledger | None, distrusted: Collection[bytes] = ()) -> Run:
        """Print; the last good version of a sheet that fails is known from the old ledger, if there is one."""
        keep: set[str] = set()
        with self.bench.store.edition(
            cause=cause, position=pending.position, epoch=pending.identity, distrusted=distrusted
        ) as edition:
            places = list(self._every())
            failed: list[Proof] = []
            for done, proof in enumerate(self._proofs(places), start=1):
                bring_media(self.newsroom, proof, keep.__contains__)
                if proof.failure:
                    failed.append(proof)
                else:
                    keep.update(self.enter(edition, proof, None))
                if self.bench.progress and done % 50 == 0:
                    self.bench.progress(done, len(places))
            for proof in failed:
                keep.update(self.enter(edition, proof, old.sheet(proof.sheet, proof.key) if old else None))
            self.tally.removed.update(self.bench.store.addresses() - keep)
            edition.keep_only(keep)
            for known in self.bench.store.failures():
                edition.mend(known.sheet, known.key)
            self.tell_failures(edition)
        self.ledger.state("fingerprint", self.newsroom.fingerprint)
        self.state_edition()
        return self.result(cause, full=True)

    def _every(self) -> Iterator[Place]:
        for sheet in self.bench.in_turn():
            for key in self.keys(sheet):
                yield sheet.name, key

    def _proofs(self, places: list[Place]) -> Iterator[Proof]:
        if self.bench.processes > 1 and len(places) >= WORTHWHILE:
            try:
                moment = self.snapshot.moment()
                helped = Compositors(self.newsroom, self.now, moment, self.bench.processes, self.bench.guard)
            except MomentPassed:  # somebody has just published; printing alone is slower, never wrong
                pass
            else:
                with helped:
                    yield from helped.prove(places, cast(FreshLedger, self.ledger))
                    self.inquiry.asked += helped.asked
                return
        sheets = {sheet.name: sheet for sheet in self.newsroom.sheets}
        for name, key in places:
            yield prove(self.newsroom, sheets[name], key, self.inquiry.notebook())
