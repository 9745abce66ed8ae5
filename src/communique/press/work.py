"""One run at work on one snapshot: entering what was printed into edition and ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from communique.text.sentences import sentence

from .guard import Guard
from .inquiry import Inquiry, Progress
from .kept import Kept
from .ledger import Entered, Entry, Ledger
from .printing import Proof
from .questions import Key
from .sheets import MEDIA, Sheet
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
    guard: Guard
    progress: Progress | None = None
    processes: int = 1

    def sheet(self, name: str) -> Sheet | None:
        """A kind of sheet by its name."""
        return next((sheet for sheet in self.newsroom.sheets if sheet.name == name), None)

    def in_turn(self) -> list[Sheet]:
        """The kinds of sheets as they come when two want the same address."""
        return sorted(self.newsroom.sheets, key=lambda sheet: sheet.yields)


class Work:
    """One run at work: what printing everything and printing what changed have in common."""

    def __init__(
        self, bench: Bench, snapshot: Snapshot, now: datetime, ledger: Ledger, kept: Kept | None = None
    ) -> None:
        self.bench = bench
        self.newsroom = bench.newsroom
        self.snapshot = snapshot
        self.now = now
        self.ledger = ledger
        self.inquiry = Inquiry.at(snapshot, now, ledger, bench.guard, kept)
        self.tally = Tally()
        self._order = {sheet.name: place for place, sheet in enumerate(bench.in_turn())}
        self._holders: dict[str, str] = {}  # the addresses given in this run, and the sheets that have them

    @property
    def moment(self) -> int:
        """The run's moment, in µs since 1970 UTC."""
        return (self.now - EPOCH) // MICROSECOND

    def keys(self, sheet: Sheet) -> Iterable[Key]:
        """The keys of a kind of sheet; that they were asked for is entered as a sheet of its own."""
        if sheet.each is not None:
            table = self.newsroom.tables[sheet.each]
            rows = self.snapshot.select(f'SELECT "{table.key}" FROM "{table.name}" ORDER BY 1', ())
            return sorted((row[0] for row in rows), key=turn)
        notes = self.inquiry.notebook()
        keys: Sequence[Key] = [""] if sheet.keys is None else notes(sheet.keys)
        self.ledger.enter_sheet(Entry(MARKERS + sheet.name, "", questions=notes.numbers))
        return sorted(keys, key=turn)

    def enter(self, edition: NextEdition, proof: Proof, before: Entered | None) -> list[str]:
        """Put a proof into the edition, or its failure into the books; gives the addresses that stay.

        Proofs are entered in turn, those that failed last: an address is the first one's that wants it.
        """
        if proof.failure:
            return self._enter_failure(proof, before)
        claims = proof.claims
        taken = [address for address in claims if address in self._holders]
        try:
            for printed in proof.printed:
                if printed.sheet == MEDIA or printed.address not in taken:
                    kept = self.tally.printed if edition.put(printed) else self.tally.unchanged
                    kept.add(printed.address)
        except (UnfitForPrint, FragmentRing) as unfit:
            proof.fail(unfit)
            return self._enter_failure(proof, before)
        media = [wanted.address for wanted in proof.media]
        self.ledger.enter_sheet(Entry(proof.sheet, proof.key, claims, proof.asked, media, taken))
        self._tell_taken(proof, taken, before)
        stands = [address for address in claims if address not in taken]
        self._holders.update(dict.fromkeys(stands, f"{proof.sheet} {proof.key}"))
        return stands + media

    def _tell_taken(self, proof: Proof, taken: Sequence[str], before: Entered | None) -> None:
        sheet = self.bench.sheet(proof.sheet)
        if taken and not (sheet and sheet.yields):
            address = taken[0]
            said = sentence(
                "{address} is the address of another page already ({holder}).",
                address=address,
                holder=self._holders[address],
            )
            self.tally.failed.append(Failure(proof.sheet, str(proof.key), address, said.kept()))
        elif before and (before.failed or before.taken):
            self.tally.mended.append((proof.sheet, proof.key))

    def _enter_failure(self, proof: Proof, before: Entered | None) -> list[str]:
        """Its last good version stays where it is, unless another sheet has that address now."""
        claims, media = (before.claims, before.media) if before else ((), ())
        taken = [address for address in claims if address in self._holders or (before and address in before.taken)]
        self.ledger.enter_sheet(Entry(proof.sheet, proof.key, claims, proof.asked, media, taken, self.moment))
        self.tally.failed.append(Failure(proof.sheet, str(proof.key), claims[0] if claims else "", proof.failure))
        return [address for address in (*claims, *media) if address not in taken]

    def remove(self, edition: NextEdition, addresses: Iterable[str]) -> None:
        """Have these addresses answer no more."""
        for address in addresses:
            edition.remove(address)
            self.tally.removed.add(address)

    def strike(self, entered: Entered) -> None:
        """Take a sheet out of the books."""
        self.ledger.strike_sheet(entered)
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

    def turn(self, proof: Proof) -> tuple[object, ...]:
        """When a proof is entered: sheets in the order of their declaration, what failed after all others."""
        return bool(proof.failure), self._order[proof.sheet], turn(proof.key)

    def state_edition(self) -> None:
        """Take down in the ledger which edition it describes, and when that was made."""
        self.ledger.state("edition", str(self.number()))
        self.ledger.state("moment", str(self.moment))

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


def turn(key: Key) -> tuple[bool, Key]:
    """How the keys of a kind of sheet are ordered."""
    return isinstance(key, str), key
