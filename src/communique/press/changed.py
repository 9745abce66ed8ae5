"""Printing what changed: ask again what the changes touch, and print the sheets whose answers differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from .changes import Change, Pending, flips, touched
from .ledger import Entered
from .printing import Proof, bring_media, prove
from .questions import Key
from .sheets import Sheet
from .store import NextEdition
from .tables import MICROSECOND
from .work import MARKERS, Run, Work

RETRY = timedelta(minutes=1)
"""A sheet that failed is tried again after so long, even if nothing that it read has changed."""

Place = tuple[str, Key]
Proved = tuple[Proof, Entered | None]
Sheets = dict[Place, None]


class WhatChanged(Work):
    """A run that prints what a set of changes, and the clock, affect."""

    def run(self, pending: Pending) -> Run:
        """Print the sheets whose answers differ, and those that came."""
        changes = pending.changes
        cause = f"{len(changes)} changes"
        wanted = self._wanted([*changes, *self._flipped(changes)])
        if not wanted and not self.inquiry.asked:
            return self.result("nothing to print", full=False)
        with self.bench.store.edition(cause=cause, position=pending.position, epoch=pending.identity) as edition:
            self._print(edition, wanted)
            self.tell_failures(edition)
        self.state_edition()
        self.inquiry.kept.settle(self.ledger.commit())
        return self.result(cause, full=False)

    def _flipped(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Rows of other tables that a changed row may show or hide."""
        for change in changes:
            for table, column, value in flips(change, self.newsroom.tables):
                for row in self.snapshot.told(table, column, value):
                    yield Change(table.name, row, row, flipped=True)

    def _wanted(self, changes: Sequence[Change]) -> Sheets:
        asked = self.ledger.touched(touched(changes, self.newsroom.tables, self.ledger.specs()))
        asked += self.ledger.due(self.moment)
        for known in asked:
            self.inquiry.forget(known.name, known.args)
        differing = {q.id for q in asked if self.inquiry.again(q.name, q.args) != q.digest}
        self.inquiry.kept.outdate(differing)
        entered = self.ledger.sheets_asking(differing) + self.ledger.failed(self.moment - RETRY // MICROSECOND)
        return dict.fromkeys([*((sheet.name, sheet.key) for sheet in entered), *self._come(changes)])

    def _come(self, changes: Iterable[Change]) -> Iterator[tuple[str, Key]]:
        """Sheets of rows that have come."""
        for sheet in self.newsroom.sheets:
            for change in changes:
                if change.table != sheet.each:
                    continue
                for key in sorted(change.keys(self.newsroom.tables[sheet.each]), key=repr):
                    if key is not None and self.ledger.sheet(sheet.name, key) is None and self._seen(sheet, key):
                        yield sheet.name, key

    def _seen(self, sheet: Sheet, key: Key) -> bool:
        table = self.newsroom.tables[sheet.each or ""]
        sql = f'SELECT 1 FROM "{table.name}" WHERE "{table.key}" = {self.snapshot.dialect.mark}'
        return bool(self.snapshot.select(sql, (key,)))

    def _print(self, edition: NextEdition, wanted: Sheets) -> None:
        """Old addresses go before new ones come, so that two pages may change places."""
        places, lost = self._with_keys(wanted)
        proofs = self._proofs(edition, places, lost)
        for entered in lost:
            self.remove(edition, entered.addresses)
            self.strike(entered)
        for proof, before in proofs:
            if before and (proof.gone or not proof.failure):
                self.remove(edition, set(before.addresses) - {printed.address for printed in proof.printed})
        for proof, before in proofs:
            if not proof.gone:
                self.enter(edition, proof, before)
            elif before:
                self.strike(before)
        self.release(edition, [before for _, before in proofs if before] + lost)

    def _proofs(self, edition: NextEdition, places: Iterable[Place], lost: Iterable[Entered]) -> list[Proved]:
        """Print these places, and whoever else wants an address that one of them wants or leaves; in turn."""
        done = {(entered.name, entered.key) for entered in lost}
        claimed = {address for entered in lost for address in entered.claims}
        proofs: list[Proved] = []
        ahead = list(places)
        while ahead:
            for place in ahead:
                proof, before = self._proof(edition, *place), self.ledger.sheet(*place)
                if proof is not None:
                    proofs.append((proof, before))
                    claimed.update(proof.claims, before.claims if before else ())
            done.update(ahead)
            ahead = sorted(self.ledger.claiming(claimed) - done, key=repr)
            claimed.clear()
        return sorted(proofs, key=lambda proved: self.turn(proved[0]))

    def _proof(self, edition: NextEdition, name: str, key: Key) -> Proof | None:
        sheet = self.bench.sheet(name)
        if sheet is None:
            return None
        proof = prove(self.newsroom, sheet, key, self.inquiry.notebook())
        bring_media(self.newsroom, proof, edition.has)
        proof.gone = sheet.each is not None and not self._seen(sheet, key)
        return proof

    def _with_keys(self, wanted: Sheets) -> tuple[list[tuple[str, Key]], list[Entered]]:
        """The sheets to print and those to take out, once the kinds whose keys differ have been asked for them."""
        places: Sheets = dict.fromkeys(place for place in wanted if not place[0].startswith(MARKERS))
        lost: dict[tuple[str, Key], Entered] = {}
        for name in [name for name, _ in wanted if name.startswith(MARKERS)]:
            sheet = self.bench.sheet(name.removeprefix(MARKERS))
            if sheet is None:
                continue
            had = {entered.key: entered for entered in self.ledger.sheets(sheet.name)}
            keys = list(self.keys(sheet))
            places.update(dict.fromkeys((sheet.name, key) for key in keys if key not in had))
            lost.update({(sheet.name, key): had[key] for key in had.keys() - set(keys)})
        return [place for place in places if place not in lost], list(lost.values())
