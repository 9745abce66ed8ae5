"""A run of the press: from pending changes to the next edition, printing exactly what they affect."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from .changes import Change, flips, touched
from .inquiry import Inquiry, Notes, Progress
from .ledger import Entered, Ledger
from .printing import Proof, prove
from .questions import Key
from .reading import WindowReading
from .sheets import Sheet
from .source import Newsroom, Snapshot
from .store import Failure, FragmentRing, NextEdition, Store, UnfitForPrint
from .tables import EPOCH, MICROSECOND

RETRY = timedelta(minutes=1)
"""A sheet that failed is tried again after so long, even if nothing that it read has changed."""

MARKERS = "keys:"
"""Sheets of this prefix stand for the question which keys a kind of sheet has."""


@dataclass(frozen=True)
class Run:
    """What a run did. `edition` is the number that readers now get; `took` is in seconds."""

    edition: int
    cause: str
    full: bool
    printed: frozenset[str] = frozenset()
    unchanged: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    failed: tuple[Failure, ...] = ()
    asked: int = 0
    took: float = 0.0


@dataclass
class Tally:
    """What a run has done so far."""

    printed: set[str] = field(default_factory=set)
    unchanged: set[str] = field(default_factory=set)
    removed: set[str] = field(default_factory=set)
    failed: list[Failure] = field(default_factory=list)
    mended: list[tuple[str, Key]] = field(default_factory=list)


class Press:
    """Prints a newsroom's sheets into a store. One press works on a store at a time: the store sees to it."""

    def __init__(self, newsroom: Newsroom, store: Store, folder: Path, progress: Progress | None = None) -> None:
        self.newsroom = newsroom
        self.store = store
        self.folder = folder
        self.progress = progress
        self._ledger: Ledger | None = None
        self._sheets = {sheet.name: sheet for sheet in newsroom.sheets}

    def run(self, *, full: bool = False) -> Run:
        """Print what has changed (or everything) into one edition. Raises OSError when disk or files fail: the old
        edition stays, and the changes stay pending."""
        began = time.perf_counter()
        now = self.newsroom.now().astimezone(UTC)
        with self.newsroom.snapshot() as snapshot:
            numbered = snapshot.changes()
            changes = [change for _, change in numbered]
            identity, marked = snapshot.mark()
            cause = "asked for" if full else self._cause_for_all(changes, identity, marked)
            try:
                work = _Work(self, snapshot, now)
                run = work.all(cause, identity) if cause else work.changed(changes, identity)
            except BaseException:
                self._forget()
                raise
        self.newsroom.settle([number for number, _ in numbered], identity, run.edition)
        return _timed(run, time.perf_counter() - began)

    def next_due(self) -> datetime | None:
        """When an answer next changes by itself, or a failed sheet is next to be tried."""
        due = self.ledger.next_due()
        return None if due is None else EPOCH + due * MICROSECOND

    @property
    def ledger(self) -> Ledger:
        """The ledger of the current edition."""
        if self._ledger is None:
            self._ledger = Ledger(self.folder / "ledger.sqlite3")
        return self._ledger

    def sheet(self, name: str) -> Sheet | None:
        """A kind of sheet by its name."""
        return self._sheets.get(name)

    def replace_ledger(self, made: Ledger) -> None:
        """Put the ledger of a full run in the place of the old one."""
        made.commit()
        made.close()
        self._forget()
        made.path.replace(self.folder / "ledger.sqlite3")

    def close(self) -> None:
        """Close the ledger."""
        self._forget()

    def _forget(self) -> None:
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _cause_for_all(self, changes: Sequence[Change], identity: str, marked: int) -> str:
        current = self.store.current()
        ledger = self._readable_ledger()
        if current is None or ledger is None:
            return "nothing printed yet" if current is None else "no ledger"
        if current.epoch != identity:
            return "another content database"
        if marked < current.number - 1:
            return f"the content database is older than edition {current.number}"
        if ledger.fact("fingerprint") != self.newsroom.fingerprint:
            return "new code, templates or assets"
        if int(ledger.fact("edition") or 0) not in (current.number, current.number - 1):
            return "the ledger is of another edition"
        if any(self.newsroom.tables[change.table].hides_all for change in changes):
            return "what is private has changed"
        return ""

    def _readable_ledger(self) -> Ledger | None:
        if self.ledger.readable and self.ledger.fact("edition"):
            return self.ledger
        return None


class _Work:
    """One run at work on one snapshot."""

    def __init__(self, press: Press, snapshot: Snapshot, now: datetime) -> None:
        self.press = press
        self.newsroom = press.newsroom
        self.snapshot = snapshot
        self.now = now
        self.tally = Tally()

    # Everything

    def all(self, cause: str, identity: str) -> Run:
        """Print every sheet, with a new ledger."""
        old = self.press._readable_ledger()
        fresh = self.press.folder / "ledger.new.sqlite3"
        fresh.unlink(missing_ok=True)
        ledger = Ledger(fresh, lasting=False)
        inquiry = self._inquiry(ledger)
        keep: set[str] = set()
        with self.press.store.edition(cause=cause, position="", epoch=identity) as edition:
            done = 0
            for sheet, key in self._every(inquiry, ledger):
                proof = prove(self.newsroom, sheet, key, inquiry.notebook(), lambda address: address in keep)
                before = old.sheet(sheet.name, key) if old and proof.failure else None
                keep.update(self._enter(edition, ledger, proof, before))
                done += 1
                if self.press.progress and done % 50 == 0:
                    self.press.progress(done, None)
            self.tally.removed.update(self.press.store.addresses() - keep)
            edition.keep_only(keep)
            for known in self.press.store.failures():
                edition.mend(known.sheet, known.key)
            self._tell_failures(edition)
        number = self._number()
        ledger.state("fingerprint", self.newsroom.fingerprint)
        ledger.state("edition", str(number))
        self.press.replace_ledger(ledger)
        return self._result(cause, inquiry, full=True)

    def _every(self, inquiry: Inquiry, ledger: Ledger) -> Iterator[tuple[Sheet, Key]]:
        for sheet in self.newsroom.sheets:
            for key in self._keys(sheet, inquiry, ledger):
                yield sheet, key

    def _keys(self, sheet: Sheet, inquiry: Inquiry, ledger: Ledger) -> Iterable[Key]:
        if sheet.each is not None:
            table = self.newsroom.tables[sheet.each]
            rows = self.snapshot.select(f'SELECT "{table.key}" FROM "{table.name}" ORDER BY 1', ())
            return [row[0] for row in rows]
        notes = inquiry.notebook()
        keys = list(notes(sheet.keys)) if sheet.keys is not None else [""]
        ledger.enter_sheet(MARKERS + sheet.name, "", [], notes.numbers, [], 0)
        return keys

    # What has changed

    def changed(self, changes: Sequence[Change], identity: str) -> Run:
        """Print the sheets whose answers differ, and those that came."""
        ledger = self.press.ledger
        inquiry = self._inquiry(ledger)
        spread = [*changes, *self._flipped(changes)]
        wanted = self._wanted(spread, ledger, inquiry)
        if not wanted and not inquiry.asked:
            return self._result("nothing to print", inquiry, full=False)
        with self.press.store.edition(cause=f"{len(changes)} changes", position="", epoch=identity) as edition:
            self._print(edition, ledger, inquiry, wanted)
            self._tell_failures(edition)
        ledger.state("edition", str(self._number()))
        ledger.commit()
        return self._result(f"{len(changes)} changes", inquiry, full=False)

    def _flipped(self, changes: Iterable[Change]) -> Iterator[Change]:
        for change in changes:
            for table, column, value in flips(change, self.newsroom.tables):
                for row in self.snapshot.told(table, column, value):
                    yield Change(table.name, row, row, flipped=True)

    def _wanted(self, changes: Sequence[Change], ledger: Ledger, inquiry: Inquiry) -> dict[tuple[str, Key], None]:
        moment = (self.now - EPOCH) // MICROSECOND
        asked = ledger.touched(touched(changes, self.newsroom.tables, ledger.specs())) + ledger.due(moment)
        differing = [q.id for q in asked if inquiry.again(q.name, q.args) != q.digest]
        wanted = dict.fromkeys((entered.name, entered.key) for entered in ledger.sheets_asking(differing))
        retry = moment - RETRY // MICROSECOND
        wanted.update(dict.fromkeys((entered.name, entered.key) for entered in ledger.failed(retry)))
        wanted.update(dict.fromkeys(self._come(changes, ledger)))
        return wanted

    def _come(self, changes: Iterable[Change], ledger: Ledger) -> Iterator[tuple[str, Key]]:
        for sheet in self.newsroom.sheets:
            if sheet.each is None:
                continue
            table = self.newsroom.tables[sheet.each]
            for change in changes:
                if change.table == table.name:
                    for key in sorted(change.keys(table), key=repr):
                        if key is not None and ledger.sheet(sheet.name, key) is None and self._seen(sheet, key):
                            yield sheet.name, key

    def _seen(self, sheet: Sheet, key: Key) -> bool:
        table = self.newsroom.tables[sheet.each or ""]
        sql = f'SELECT 1 FROM "{table.name}" WHERE "{table.key}" = {self.snapshot.dialect.mark}'
        return bool(self.snapshot.select(sql, (key,)))

    def _print(
        self, edition: NextEdition, ledger: Ledger, inquiry: Inquiry, wanted: dict[tuple[str, Key], None]
    ) -> None:
        proofs = []
        for name, key in self._with_new_keys(wanted, ledger, inquiry):
            sheet, before = self.press.sheet(name), ledger.sheet(name, key)
            if sheet is None or (name, key) in self._lost:
                continue
            proof = prove(self.newsroom, sheet, key, inquiry.notebook(), edition.has)
            proof.gone = sheet.each is not None and not self._seen(sheet, key)
            proofs.append((proof, before))
        for entered in self._lost.values():
            self._remove(edition, entered.addresses)
            self._strike(ledger, entered)
        for proof, before in proofs:
            if before and (proof.gone or not proof.failure):
                self._remove(edition, set(before.addresses) - {printed.address for printed in proof.printed})
        for proof, before in proofs:
            if proof.gone:
                if before:
                    self._strike(ledger, before)
                continue
            self._enter(edition, ledger, proof, before)
        self._release(edition, ledger, [before for _, before in proofs if before] + list(self._lost.values()))

    def _with_new_keys(
        self, wanted: dict[tuple[str, Key], None], ledger: Ledger, inquiry: Inquiry
    ) -> list[tuple[str, Key]]:
        self._lost: dict[tuple[str, Key], Entered] = {}
        work = dict.fromkeys(place for place in wanted if not place[0].startswith(MARKERS))
        for name, _ in wanted:
            sheet = self.press.sheet(name.removeprefix(MARKERS)) if name.startswith(MARKERS) else None
            if sheet is None:
                continue
            had = {entered.key: entered for entered in ledger.sheets(sheet.name)}
            keys = list(self._keys(sheet, inquiry, ledger))
            work.update(dict.fromkeys((sheet.name, key) for key in keys if key not in had))
            self._lost.update({(sheet.name, key): had[key] for key in had.keys() - set(keys)})
        return list(work)

    # Entering

    def _enter(self, edition: NextEdition, ledger: Ledger, proof: Proof, before: Entered | None) -> list[str]:
        if proof.failure:
            return self._enter_failure(ledger, proof, before)
        taken = [printed.address for printed in proof.printed if printed.sheet != "media"]
        try:
            for printed in proof.printed:
                kept = self.tally.printed if edition.put(printed) else self.tally.unchanged
                kept.add(printed.address)
        except (UnfitForPrint, FragmentRing) as unfit:
            proof.failure = str(unfit)
            return self._enter_failure(ledger, proof, before)
        media = [wanted.address for wanted in proof.media]
        ledger.enter_sheet(proof.sheet, proof.key, taken, proof.asked, media, 0)
        if before and before.failed:
            self.tally.mended.append((proof.sheet, proof.key))
        return taken + media

    def _enter_failure(self, ledger: Ledger, proof: Proof, before: Entered | None) -> list[str]:
        addresses = before.addresses if before else ()
        media = before.media if before else ()
        moment = (self.now - EPOCH) // MICROSECOND
        ledger.enter_sheet(proof.sheet, proof.key, addresses, proof.asked, media, moment)
        self.tally.failed.append(
            Failure(proof.sheet, str(proof.key), addresses[0] if addresses else "", proof.failure)
        )
        return [*addresses, *media]

    def _remove(self, edition: NextEdition, addresses: Iterable[str]) -> None:
        for address in addresses:
            edition.remove(address)
            self.tally.removed.add(address)

    def _strike(self, ledger: Ledger, entered: Entered) -> None:
        ledger.strike_sheet(entered.id)
        self.tally.mended.append((entered.name, entered.key))

    def _release(self, edition: NextEdition, ledger: Ledger, before: Iterable[Entered]) -> None:
        media = {address for entered in before for address in entered.media}
        self._remove(edition, sorted(media - ledger.media_in_use(media)))

    def _tell_failures(self, edition: NextEdition) -> None:
        for name, key in self.tally.mended:
            edition.mend(name, str(key))
        for failure in self.tally.failed:
            edition.fail(failure)

    # Ending

    def _inquiry(self, ledger: Ledger) -> Inquiry:
        return Inquiry(WindowReading(self.snapshot, self.now), ledger)

    def _number(self) -> int:
        current = self.press.store.current()
        return current.number if current else 0

    def _result(self, cause: str, inquiry: Inquiry, *, full: bool) -> Run:
        tally = self.tally
        removed = frozenset(tally.removed - tally.printed - tally.unchanged)
        return Run(
            self._number(), cause, full, frozenset(tally.printed), frozenset(tally.unchanged), removed,
            tuple(tally.failed), inquiry.asked,
        )  # fmt: skip


def _timed(run: Run, seconds: float) -> Run:
    return Run(
        run.edition, run.cause, run.full, run.printed, run.unchanged, run.removed, run.failed, run.asked, seconds
    )


__all__ = ["Notes", "Press", "Run"]
