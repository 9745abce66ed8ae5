"""One run at work on one snapshot: entering what was printed into edition and ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from .inquiry import Answers, Inquiry, Progress
from .ledger import Entered, Ledger
from .printing import MEDIA, Proof
from .questions import Key
from .reading import WindowReading
from .sheets import Sheet
from .source import Newsroom, Snapshot
from .store import Failure, FragmentRing, NextEdition, Store, UnfitForPrint
from .tables import EPOCH, MICROSECOND

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


@dataclass(frozen=True)
class Bench:
    """Where a run works: the newsroom, its kinds of sheets, the store, and the folder of the ledger."""

    newsroom: Newsroom
    store: Store
    folder: Path
    progress: Progress | None = None
    processes: int = 1

    def sheet(self, name: str) -> Sheet | None:
        """A kind of sheet by its name."""
        return next((sheet for sheet in self.newsroom.sheets if sheet.name == name), None)


class Work:
    """One run at work: what printing everything and printing what changed have in common."""

    def __init__(
        self, bench: Bench, snapshot: Snapshot, now: datetime, ledger: Ledger, answers: Answers | None = None
    ) -> None:
        self.bench = bench
        self.newsroom = bench.newsroom
        self.snapshot = snapshot
        self.now = now
        self.ledger = ledger
        self.inquiry = Inquiry(WindowReading(snapshot, now), ledger, answers)
        self.tally = Tally()

    @property
    def moment(self) -> int:
        """The run's moment, in µs since 1970 UTC."""
        return (self.now - EPOCH) // MICROSECOND

    def keys(self, sheet: Sheet) -> Iterable[Key]:
        """The keys of a kind of sheet; that they were asked for is entered as a sheet of its own."""
        if sheet.each is not None:
            table = self.newsroom.tables[sheet.each]
            rows = self.snapshot.select(f'SELECT "{table.key}" FROM "{table.name}" ORDER BY 1', ())
            return [row[0] for row in rows]
        notes = self.inquiry.notebook()
        keys: Sequence[Key] = [""] if sheet.keys is None else notes(sheet.keys)
        self.ledger.enter_sheet(MARKERS + sheet.name, "", [], notes.numbers, [], 0)
        return keys

    def enter(self, edition: NextEdition, proof: Proof, before: Entered | None) -> list[str]:
        """Put a proof into the edition, or its failure into the books; gives the addresses that stay."""
        if proof.failure:
            return self._enter_failure(proof, before)
        taken = [printed.address for printed in proof.printed if printed.sheet != MEDIA]
        try:
            for printed in proof.printed:
                kept = self.tally.printed if edition.put(printed) else self.tally.unchanged
                kept.add(printed.address)
        except (UnfitForPrint, FragmentRing) as unfit:
            proof.fail(unfit)
            return self._enter_failure(proof, before)
        media = [wanted.address for wanted in proof.media]
        self.ledger.enter_sheet(proof.sheet, proof.key, taken, proof.asked, media, 0)
        if before and before.failed:
            self.tally.mended.append((proof.sheet, proof.key))
        return taken + media

    def _enter_failure(self, proof: Proof, before: Entered | None) -> list[str]:
        addresses = before.addresses if before else ()
        media = before.media if before else ()
        self.ledger.enter_sheet(proof.sheet, proof.key, addresses, proof.asked, media, self.moment)
        self.tally.failed.append(Failure(proof.sheet, str(proof.key), addresses[0] if addresses else "", proof.failure))
        return [*addresses, *media]

    def remove(self, edition: NextEdition, addresses: Iterable[str]) -> None:
        """Have these addresses answer no more."""
        for address in addresses:
            edition.remove(address)
            self.tally.removed.add(address)

    def strike(self, entered: Entered) -> None:
        """Take a sheet out of the books."""
        self.ledger.strike_sheet(entered.id)
        self.tally.mended.append((entered.name, entered.key))

    def release(self, edition: NextEdition, before: Iterable[Entered]) -> None:
        """Remove the media that these sheets referred to and no sheet refers to any more."""
        media = {address for entered in before for address in entered.media}
        self.remove(edition, sorted(media - self.ledger.media_in_use(media)))

    def tell_failures(self, edition: NextEdition) -> None:
        """Take down in the edition what failed and what is mended."""
        for name, key in self.tally.mended:
            edition.mend(name, str(key))
        for failure in self.tally.failed:
            edition.fail(failure)

    def number(self) -> int:
        """The number of the current edition."""
        current = self.bench.store.current()
        return current.number if current else 0

    def result(self, cause: str, *, full: bool) -> Run:
        """What the run did."""
        tally = self.tally
        removed = frozenset(tally.removed - tally.printed - tally.unchanged)
        return Run(
            self.number(), cause, full, frozenset(tally.printed), frozenset(tally.unchanged), removed,
            tuple(tally.failed), self.inquiry.asked,
        )  # fmt: skip
