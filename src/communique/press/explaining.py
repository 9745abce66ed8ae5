"""Why a page looks as it does: which questions it asked, what they read, and why it was last printed.

It is told from what the press took down while printing. The questions are asked once more, to say in words what they
read: the ledger itself keeps hashes. Nothing is written, so it may be asked while the press works.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from . import sqlite
from .ledger import asked_in_words, is_sound
from .notebook import Reads
from .questions import known
from .reading import WindowReading
from .run import LEDGER
from .shapes import Positions, whole_token
from .sheets import MEDIA
from .source import Snapshot
from .store import StoreReader
from .tables import EPOCH, MICROSECOND, Position


class NoLedger(RuntimeError):
    """Nothing has been taken down yet, or in a way that this version doesn't know."""


@dataclass(frozen=True)
class Asked:
    """A question that a page asked: in words, what it read by which shape, and until when its answer holds (UTC)."""

    question: str
    read: tuple[str, ...]
    until: datetime | None


@dataclass(frozen=True)
class Printing:
    """Why something was printed last: in which edition, for which reasons, and what had changed before it."""

    edition: int
    because: tuple[str, ...]
    changes: tuple[str, ...]


@dataclass(frozen=True)
class Explanation:
    """What is known of an address.

    `since` is the edition since which it answers so; `printing` is None where it was last printed with all else.
    `fragments` stand in it, each with the edition since which it is as it is. A picture or another file is `shown_by`
    the pages that refer to it.
    """

    address: str
    sheet: str
    key: Any
    since: int | None
    printing: Printing | None
    asked: tuple[Asked, ...]
    fragments: tuple[tuple[str, int | None], ...]
    files: tuple[str, ...]
    shown_by: tuple[str, ...] = ()


@dataclass
class _Telling(Reads):
    """Takes down in words what is read."""

    told: list[str] = field(default_factory=list)

    def row(self, table: str, key: Position) -> None:
        self.told.append(f"{table}: the row {key!r}")

    def rows(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        self.told.append(f"{table}: rows with {_equal(columns, values)}")

    def count(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        self.told.append(f"{table}: how many with {_equal(columns, values)}")

    def whole(self, table: str) -> None:
        self.told.append(f"{table}: the whole table")

    def span(
        self,
        table: str,
        columns: tuple[str, ...],
        values: Positions,
        order: tuple[str, ...],
        *,
        gap: tuple[Positions | None, Positions | None],
        seen: tuple[Positions, Positions] | None,
    ) -> None:
        low, high = (_place(end) for end in gap)
        of = f" with {_equal(columns, values)}" if columns else ""
        self.told.append(f"{table}: by {', '.join(order)} from {low} to {high}{of}")


class _TellingReading(WindowReading):
    def begin(self) -> Reads:
        self._open.append(_Telling())
        return self._open[-1]


def explain(folder: Path, snapshot: Snapshot, now: datetime, address: str) -> Explanation | None:
    """What is known of an address, in the store and ledger of `folder`; None where nothing was printed for it.

    Raises NoLedger.
    """
    with _ledger(folder) as ledger, closing(StoreReader.open(folder)) as reader:
        row = ledger.execute(
            "SELECT id, name, key, media FROM sheet JOIN claim ON sheet.id = claim.sheet WHERE claim.address = ?1"
            " ORDER BY instr(taken, ?1) LIMIT 1",
            (address,),
        ).fetchone()
        if row is None:
            return _file(ledger, reader, address)
        number, name, key, media = row
        entry = reader.entry(address)
        fragments = reader.impression(entry).includes if entry else ()
        return Explanation(
            address,
            name,
            orjson.loads(key),
            reader.since(address),
            _printing(ledger, number),
            tuple(_asked(ledger, number, snapshot, now)),
            tuple((fragment, reader.since(fragment)) for fragment in dict.fromkeys(fragments)),
            tuple(orjson.loads(media)),
        )


def _file(ledger: sqlite.Connection, reader: StoreReader, address: str) -> Explanation | None:
    sql = "SELECT addresses FROM media JOIN sheet ON id = sheet WHERE address = ? ORDER BY sheet"
    pages = [page for (found,) in ledger.execute(sql, (address,)) for page in orjson.loads(found)]
    if not pages:
        return None
    return Explanation(address, MEDIA, address, reader.since(address), None, (), (), (), tuple(pages))


def told_of_edition(folder: Path, number: int) -> list[tuple[str, tuple[str, ...]]]:
    """For each reason to print something in an edition: the addresses that were printed for it and stand unchanged.

    Raises NoLedger.
    """
    with _ledger(folder) as ledger, closing(StoreReader.open(folder)) as reader:
        standing = set(reader.began_in(number))
        found: dict[str, list[str]] = {}
        rows = ledger.execute(
            "SELECT because, addresses FROM reason JOIN sheet ON id = sheet WHERE edition = ?", (number,)
        )
        for because, addresses in rows:
            for reason in orjson.loads(because):
                found.setdefault(reason, []).extend(one for one in orjson.loads(addresses) if one in standing)
        return sorted((reason, tuple(sorted(places))) for reason, places in found.items() if places)


def changes_before(folder: Path, number: int) -> tuple[str, ...]:
    """The rows that had changed before an edition, by table and key. Raises NoLedger."""
    with _ledger(folder) as ledger:
        return _changes(ledger, number)


def of_whole_tables(folder: Path, tables: Iterable[str]) -> set[tuple[str, str]]:
    """The questions that read one of these tables as a whole, with it: any change of it asks them again.

    Raises NoLedger.
    """
    sql = "SELECT DISTINCT name FROM token JOIN question ON id = question WHERE token = ?"
    with _ledger(folder) as ledger:
        return {(name, table) for table in tables for (name,) in ledger.execute(sql, (whole_token(table),))}


@contextmanager
def _ledger(folder: Path) -> Iterator[sqlite.Connection]:
    path = folder / LEDGER
    if not path.exists() or not is_sound(path):
        raise NoLedger("Nothing has been printed by this version yet; `communique press run` does it.")
    with closing(sqlite.connect(path, read_only=True)) as ledger:
        yield ledger


def _printing(ledger: sqlite.Connection, sheet: int) -> Printing | None:
    row = ledger.execute("SELECT edition, because FROM reason WHERE sheet = ?", (sheet,)).fetchone()
    return Printing(row[0], tuple(orjson.loads(row[1])), _changes(ledger, row[0])) if row else None


def _changes(ledger: sqlite.Connection, edition: int) -> tuple[str, ...]:
    row = ledger.execute("SELECT changes FROM cause WHERE edition = ?", (edition,)).fetchone()
    return tuple(orjson.loads(row[0])) if row else ()


def _asked(ledger: sqlite.Connection, sheet: int, snapshot: Snapshot, now: datetime) -> Iterator[Asked]:
    reading = _TellingReading(snapshot, now)
    snapshot.read_by(reading)
    rows = ledger.execute(
        "SELECT name, args, due FROM asked JOIN question ON id = question WHERE sheet = ? ORDER BY name, args", (sheet,)
    ).fetchall()
    for name, packed, due in rows:
        args = orjson.loads(packed)
        until = None if due is None else EPOCH + due * MICROSECOND
        yield Asked(asked_in_words(name, args), tuple(_read(reading, name, args)), until)


def _read(reading: WindowReading, name: str, args: Sequence[Any]) -> list[str]:
    question = known.get(name)
    if question is None:
        return []
    reads = reading.begin()
    try:
        question.reads(reading, *args)
    except Exception as error:  # it is told, as it failed when the page was printed
        return [f"it could not be answered: {error}"]
    finally:
        reading.end()
    return list(dict.fromkeys(reads.told)) if isinstance(reads, _Telling) else []


def _equal(columns: Sequence[str], values: Positions) -> str:
    return (
        ", ".join(f"{name} = {value!r}" for name, value in zip(columns, values, strict=True)) or "nothing asked of them"
    )


def _place(end: Positions | None) -> str:
    return "the end" if end is None else ", ".join(map(repr, end))
