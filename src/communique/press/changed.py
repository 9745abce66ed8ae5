"""Printing what changed: ask again what the changes touch, and print the sheets whose answers differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from .changes import Change, Pending, flips, touched
from .ledger import Entered
from .printing import Proof, bring_media, prove
from .questions import Key
from .sheets import Sheet
from .store import NextEdition
from .tables import MICROSECOND, Table
from .work import MARKERS, Run, Work

RETRY = timedelta(minutes=1)
"""A sheet that failed is tried again after so long, even if nothing that it read has changed."""

TOLD = 30
"""So many changed rows are named where it is told why something was printed."""

Place = tuple[str, Key]
Proved = tuple[Proof, Entered | None]
Reasons = dict[Place, list[str]]
"""Sheets to print, each with why."""


class WhatChanged(Work):
    """A run that prints what a set of changes, and the clock, affect."""

    def run(self, pending: Pending) -> Run:
        """Print the sheets whose answers differ, and those that came."""
        changes = pending.changes
        cause = counted(len(changes), "change")
        reasons = self._wanted([*changes, *self._flipped(changes)])
        if not reasons and not self.inquiry.asked:
            return self.result("nothing to print", full=False)
        with self.bench.store.edition(cause=cause, position=pending.position, epoch=pending.identity) as edition:
            self._print(edition, reasons)
            self.tell_failures(edition)
        self.state_edition()
        if reasons:
            self.ledger.give_reasons(self.number(), _told(changes, self.newsroom.tables), reasons)
        self.inquiry.kept.settle(self.ledger.commit())
        return self.result(cause, full=False)

    def _flipped(self, changes: Iterable[Change]) -> Iterator[Change]:
        """Rows of other tables that a changed row may show or hide."""
        for change in changes:
            for value, places in groupby(flips(change, self.newsroom.tables), key=itemgetter(2)):
                for table, column in self.snapshot.pointing([place[:2] for place in places], value):
                    for row in self.snapshot.told(table, column, value):
                        yield Change(table.name, row, row, flipped=True)

    def _wanted(self, changes: Sequence[Change]) -> Reasons:
        asked = self.ledger.touched(touched(changes, self.newsroom.tables, self.ledger.specs()))
        asked += self.ledger.due(self.moment)
        for known in asked:
            self.inquiry.forget(known.name, known.args)
        differing = {q.id: str(q) for q in asked if self.inquiry.again(q.name, q.args) != q.digest}
        self.inquiry.kept.outdate(differing)
        reasons: Reasons = {}
        for entered, numbers in self.ledger.sheets_asking(differing):
            reasons[entered.name, entered.key] = [differing[number] for number in numbers]
        for entered in self.ledger.failed(self.moment - RETRY // MICROSECOND):
            reasons.setdefault((entered.name, entered.key), ["it could not be printed before"])
        for place in self._come(changes):
            reasons.setdefault(place, ["it is new"])
        return reasons

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

    def _print(self, edition: NextEdition, reasons: Reasons) -> None:
        """Old addresses go before new ones come, so that two pages may change places."""
        places, lost = self._with_keys(reasons)
        proofs = self._proofs(edition, places, lost)
        for proof, _ in proofs:
            reasons.setdefault((proof.sheet, proof.key), ["its address was taken or left by another page"])
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

    def _with_keys(self, reasons: Reasons) -> tuple[list[Place], list[Entered]]:
        """The sheets to print and those to take out, once the kinds whose keys differ have been asked for them."""
        kinds = [place[0] for place in reasons if place[0].startswith(MARKERS)]
        lost: dict[Place, Entered] = {}
        for name in kinds:
            sheet = self.bench.sheet(name.removeprefix(MARKERS))
            if sheet is None:
                continue
            had = {entered.key: entered for entered in self.ledger.sheets(sheet.name)}
            keys = list(self.keys(sheet))
            for key in keys:
                if key not in had:
                    reasons.setdefault((sheet.name, key), ["it is new"])
            lost.update({(sheet.name, key): had[key] for key in had.keys() - set(keys)})
        places = [place for place in reasons if not place[0].startswith(MARKERS) and place not in lost]
        return places, list(lost.values())


def counted(number: int, what: str) -> str:
    """So many of something, in English: "1 change", "1,200 changes"."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _told(changes: Sequence[Change], tables: Mapping[str, Table]) -> list[str]:
    """The rows that changed, by table and key; the last word says how many more there were."""
    rows = {f"{one.table} {key}" for one in changes for key in sorted(one.keys(tables[one.table]), key=repr)}
    told = sorted(rows)
    return told if len(told) <= TOLD else [*told[:TOLD], f"and {len(told) - TOLD} more"]
