"""The ledger: which sheet asked which question, what it was answered (a digest), and what each question read.

A rebuildable file of the press's own. It is written after the edition it describes, so a crash between the two leaves
an older ledger and the same pending changes: replaying them is harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from . import sqlite
from .changes import Spec, Touched
from .notebook import Reads, SpecKey
from .questions import Key
from .shapes import Positions, Span, coarse, coarse_lane

FORMAT = "3"

SCHEMA = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE question (id INTEGER PRIMARY KEY, name TEXT NOT NULL, args TEXT NOT NULL, digest BLOB NOT NULL,
                       due INTEGER, reads BLOB NOT NULL, UNIQUE (name, args));
CREATE INDEX question_due ON question (due) WHERE due IS NOT NULL;
CREATE TABLE token (token INTEGER NOT NULL, question INTEGER NOT NULL, PRIMARY KEY (token, question)) WITHOUT ROWID;
CREATE VIRTUAL TABLE stretch USING rtree_i32(id, lane0, lane1, low, high);
CREATE TABLE span (id INTEGER PRIMARY KEY, question INTEGER NOT NULL, lane INTEGER NOT NULL, low TEXT, high TEXT,
                   presence INTEGER NOT NULL);
CREATE INDEX span_question ON span (question);
CREATE TABLE spec (place TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE sheet (id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL, addresses TEXT NOT NULL,
                    media TEXT NOT NULL, failed INTEGER NOT NULL, UNIQUE (name, key));
CREATE INDEX sheet_failed ON sheet (failed) WHERE failed > 0;
CREATE TABLE asked (question INTEGER NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY (question, sheet)) WITHOUT ROWID;
CREATE INDEX asked_sheet ON asked (sheet);
CREATE TABLE media (address TEXT NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY (address, sheet)) WITHOUT ROWID;
CREATE INDEX media_sheet ON media (sheet);
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the ledger knows it."""

    id: int
    name: str
    args: tuple[Any, ...]
    digest: bytes


@dataclass(frozen=True, slots=True)
class Entered:
    """A sheet as the ledger knows it. `failed` is when it last failed (µs since 1970), 0 when it was printed."""

    id: int
    name: str
    key: Key
    addresses: tuple[str, ...]
    media: tuple[str, ...]
    failed: int


class Ledger:
    """The ledger in its file. Not shared: the press that holds the store's lock is the only one to open it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite.connect(path)
        if not self._db.execute("SELECT 1 FROM sqlite_master WHERE name='fact'").fetchone():
            self._db.executescript(SCHEMA)
            self._db.execute("INSERT INTO fact VALUES ('format', ?)", (FORMAT,))
        self._specs = {_spec(row[0]) for row in self._db.execute("SELECT place FROM spec")}
        self._unasked: set[int] = set()
        self._db.execute("BEGIN")

    @property
    def readable(self) -> bool:
        """Whether this version of communique wrote the file's format."""
        return self.fact("format") == FORMAT

    def fact(self, name: str) -> str | None:
        """A fact about the ledger: edition, fingerprint."""
        row = self._db.execute("SELECT value FROM fact WHERE name=?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def state(self, name: str, value: str) -> None:
        """Set a fact."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def commit(self) -> Set[int]:
        """Keep what was entered. Questions that nobody asks any more go now: until here, a later sheet might.

        Gives the numbers of those that went.
        """
        struck = set()
        for number in sorted(self._unasked):
            if not self._db.execute("SELECT 1 FROM asked WHERE question=? LIMIT 1", (number,)).fetchone():
                self.strike_question(number)
                struck.add(number)
        self._unasked.clear()
        self._db.execute("COMMIT")
        self._db.execute("BEGIN")
        return struck

    def close(self) -> None:
        """Forget what was not committed, and close the file."""
        if self._db.in_transaction:  # a full disk has undone it already
            self._db.execute("ROLLBACK")
        self._db.close()

    # Questions

    def specs(self) -> list[Spec]:
        """The ways in which tables have been read."""
        return [Spec(*spec) for spec in self._specs]

    def touched(self, shapes: Touched) -> list[Asked]:
        """The questions that recorded one of these shapes."""
        ids: set[int] = set()
        for token in shapes.tokens:
            ids.update(row[0] for row in self._db.execute("SELECT question FROM token WHERE token=?", (token,)))
        for number, place, moved in shapes.places:
            ids.update(self._spanning(number, place, moved))
        return self._asked(ids)

    def due(self, now: int) -> list[Asked]:
        """The questions whose answer changes by itself at or before `now` (µs since 1970 UTC)."""
        return self._asked(row[0] for row in self._db.execute("SELECT id FROM question WHERE due<=?", (now,)))

    def next_due(self) -> int | None:
        """When the next answer changes by itself (µs since 1970 UTC)."""
        row = self._db.execute("SELECT min(due) FROM question WHERE due IS NOT NULL").fetchone()
        return None if row is None else row[0]

    def enter_question(self, name: str, args: bytes, digest: bytes, reads: Reads) -> int:
        """Enter or correct a question; gives its number."""
        packed = packed_reads(reads)
        old = self._db.execute(
            "SELECT id, reads FROM question WHERE name=? AND args=?", (name, args.decode())
        ).fetchone()
        if old is None:
            made = self._db.execute(
                "INSERT INTO question (name, args, digest, due, reads) VALUES (?, ?, ?, ?, ?)",
                (name, args.decode(), digest, reads.due, packed),
            )
            number = int(made.lastrowid or 0)
            self._take_down(number, reads)
            return number
        number = int(old[0])
        self._db.execute("UPDATE question SET digest=?, due=?, reads=? WHERE id=?", (digest, reads.due, packed, number))
        if old[1] != packed:
            self._strike_reads(number, old[1])
            self._take_down(number, reads)
        return number

    def strike_question(self, number: int) -> None:
        """Take a question out."""
        row = self._db.execute("SELECT reads FROM question WHERE id=?", (number,)).fetchone()
        if row:
            self._strike_reads(number, row[0])
        self._db.execute("DELETE FROM question WHERE id=?", (number,))
        self._db.execute("DELETE FROM asked WHERE question=?", (number,))

    # Sheets

    def sheets_asking(self, questions: Iterable[int]) -> list[Entered]:
        """The sheets that asked any of these questions."""
        ids: set[int] = set()
        for number in questions:
            ids.update(row[0] for row in self._db.execute("SELECT sheet FROM asked WHERE question=?", (number,)))
        return [entered for number in sorted(ids) if (entered := self._sheet("id=?", (number,)))]

    def sheet(self, name: str, key: Key) -> Entered | None:
        """The sheet of this name and key, if it has been entered."""
        return self._sheet("name=? AND key=?", (name, orjson.dumps(key).decode()))

    def sheets(self, name: str) -> list[Entered]:
        """All sheets of a name."""
        rows = self._db.execute("SELECT id, name, key, addresses, media, failed FROM sheet WHERE name=?", (name,))
        return [_entered(row) for row in rows.fetchall()]

    def failed(self, before: int) -> list[Entered]:
        """The sheets that failed last at or before this moment (µs since 1970 UTC)."""
        rows = self._db.execute(
            "SELECT id, name, key, addresses, media, failed FROM sheet WHERE failed>0 AND failed<=?", (before,)
        )
        return [_entered(row) for row in rows.fetchall()]

    def enter_sheet(
        self, name: str, key: Key, addresses: Sequence[str], questions: Iterable[int], media: Iterable[str], failed: int
    ) -> int:
        """Enter or correct a sheet with what it asked; gives its number."""
        place = orjson.dumps(key).decode()
        listed = sorted(set(media))
        number = int(
            self._db.execute(
                "INSERT INTO sheet (name, key, addresses, media, failed) VALUES (?, ?, ?, ?, ?)"
                " ON CONFLICT (name, key) DO UPDATE SET addresses=excluded.addresses, media=excluded.media,"
                " failed=excluded.failed RETURNING id",
                (name, place, orjson.dumps(list(addresses)).decode(), orjson.dumps(listed).decode(), failed),
            ).fetchone()[0]
        )
        wanted = set(questions)
        had = {row[0] for row in self._db.execute("SELECT question FROM asked WHERE sheet=?", (number,))}
        self._db.executemany("INSERT INTO asked VALUES (?, ?)", [(q, number) for q in sorted(wanted - had)])
        self._db.executemany("DELETE FROM asked WHERE question=? AND sheet=?", [(q, number) for q in had - wanted])
        self._unasked |= had - wanted
        self._db.execute("DELETE FROM media WHERE sheet=?", (number,))
        self._db.executemany("INSERT INTO media VALUES (?, ?)", [(address, number) for address in listed])
        return number

    def strike_sheet(self, number: int) -> None:
        """Take a sheet out."""
        had = {row[0] for row in self._db.execute("SELECT question FROM asked WHERE sheet=?", (number,))}
        for table, column in (("asked", "sheet"), ("media", "sheet"), ("sheet", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column}=?", (number,))
        self._unasked |= had

    def media_in_use(self, addresses: Iterable[str]) -> set[str]:
        """Those of these media addresses that some sheet refers to."""
        return {
            address
            for address in addresses
            if self._db.execute("SELECT 1 FROM media WHERE address=? LIMIT 1", (address,)).fetchone()
        }

    def _sheet(self, where: str, params: tuple[Any, ...]) -> Entered | None:
        row = self._db.execute(
            f"SELECT id, name, key, addresses, media, failed FROM sheet WHERE {where}", params
        ).fetchone()
        return None if row is None else _entered(row)

    def _asked(self, ids: Iterable[int]) -> list[Asked]:
        found = []
        for number in sorted(set(ids)):
            row = self._db.execute("SELECT id, name, args, digest FROM question WHERE id=?", (number,)).fetchone()
            if row:
                found.append(Asked(row[0], row[1], tuple(orjson.loads(row[2])), row[3]))
        return found

    def _spanning(self, number: int, place: Positions, moved: bool) -> Iterable[int]:
        at, lane = coarse(place[0]), coarse_lane(number)
        rows = self._db.execute(
            "SELECT s.question, s.lane, s.low, s.high, s.presence FROM stretch r JOIN span s ON s.id = r.id"
            " WHERE r.lane0<=? AND r.lane1>=? AND r.low<=? AND r.high>=?",
            (lane, lane, at, at),
        )
        for question, lane_found, low, high, presence in rows:
            if lane_found == number and (moved or not presence):
                span = Span(lane_found, _positions(low), _positions(high), bool(presence))
                if span.holds(place):
                    yield question

    def _take_down(self, question: int, reads: Reads) -> None:
        self._db.executemany("INSERT OR IGNORE INTO token VALUES (?, ?)", [(token, question) for token in reads.tokens])
        for span in sorted(reads.spans, key=repr):
            made = self._db.execute(
                "INSERT INTO span (question, lane, low, high, presence) VALUES (?, ?, ?, ?, ?)",
                (question, span.lane, packed_place(span.low), packed_place(span.high), span.presence),
            )
            lane, (low, high) = coarse_lane(span.lane), span.box
            self._db.execute("INSERT INTO stretch VALUES (?, ?, ?, ?, ?)", (made.lastrowid, lane, lane, low, high))
        self._note_specs(reads.specs)

    def _note_specs(self, specs: Iterable[SpecKey]) -> None:
        for spec in specs:
            if spec not in self._specs:
                self._specs.add(spec)
                self._db.execute("INSERT OR IGNORE INTO spec VALUES (?)", (orjson.dumps(spec).decode(),))

    def _strike_reads(self, question: int, packed: bytes) -> None:
        tokens = orjson.loads(packed)[0]
        self._db.executemany("DELETE FROM token WHERE token=? AND question=?", [(token, question) for token in tokens])
        ids = [row[0] for row in self._db.execute("SELECT id FROM span WHERE question=?", (question,))]
        self._db.executemany("DELETE FROM stretch WHERE id=?", [(number,) for number in ids])
        self._db.execute("DELETE FROM span WHERE question=?", (question,))


def packed_reads(reads: Reads) -> bytes:
    """What a question read, as it is kept with the question."""
    return orjson.dumps([sorted(reads.tokens), sorted(map(_span_key, reads.spans), key=repr), reads.words])


def _span_key(span: Span) -> tuple[Any, ...]:
    return (span.lane, span.low, span.high, span.presence)


def _spec(packed: str) -> SpecKey:
    table, columns, order = orjson.loads(packed)
    return table, tuple(columns), tuple(order)


def packed_place(place: Positions | None) -> str | None:
    """An end of a span, as it is kept."""
    return None if place is None else orjson.dumps(place).decode()


def _positions(packed: str | None) -> Positions | None:
    return None if packed is None else tuple(orjson.loads(packed))


def _entered(row: tuple[Any, ...]) -> Entered:
    return Entered(
        row[0], row[1], orjson.loads(row[2]), tuple(orjson.loads(row[3])), tuple(orjson.loads(row[4])), row[5]
    )
