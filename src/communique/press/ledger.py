"""The ledger: which sheet asked which question, what it was answered (a digest), and what each question read.

A rebuildable file of the press's own. It is written after the edition it describes, so a crash between the two leaves
an older ledger and the same pending changes: replaying them is harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

from . import sqlite
from .changes import Spec, Touched
from .notebook import Reads, SpecKey
from .questions import Key
from .recorded import Recorded, packed_reads

FORMAT = "6"
REMEMBERED = 100
"""Of so many editions it is remembered what had changed before them."""

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
                    taken TEXT NOT NULL, media TEXT NOT NULL, failed INTEGER NOT NULL, UNIQUE (name, key));
CREATE INDEX sheet_failed ON sheet (failed) WHERE failed > 0;
CREATE TABLE reason (sheet INTEGER PRIMARY KEY, edition INTEGER NOT NULL, because TEXT NOT NULL);
CREATE TABLE cause (edition INTEGER PRIMARY KEY, changes TEXT NOT NULL);
CREATE TABLE claim (address TEXT NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY (address, sheet)) WITHOUT ROWID;
CREATE TABLE asked (question INTEGER NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY (question, sheet)) WITHOUT ROWID;
CREATE INDEX asked_sheet ON asked (sheet);
CREATE TABLE media (address TEXT NOT NULL, sheet INTEGER NOT NULL, PRIMARY KEY (address, sheet)) WITHOUT ROWID;
CREATE INDEX media_sheet ON media (sheet);
"""
_SHEET = "SELECT id, name, key, addresses, taken, media, failed FROM sheet"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the ledger knows it."""

    id: int
    name: str
    args: tuple[Any, ...]
    digest: bytes

    def __str__(self) -> str:
        return asked_in_words(self.name, self.args)


@dataclass(frozen=True, slots=True)
class Entry:
    """A sheet to be entered: what it wants and asked, as `Entered` gives it later."""

    name: str
    key: Key
    claims: Sequence[str] = ()
    questions: Iterable[int] = ()
    media: Sequence[str] = ()
    taken: Sequence[str] = ()
    failed: int = 0


@dataclass(frozen=True, slots=True)
class Entered:
    """A sheet as the ledger knows it.

    `claims` are the addresses that it wants, `taken` those of them that another sheet has. `failed` is when it last
    failed (µs since 1970), 0 when it was printed.
    """

    id: int
    name: str
    key: Key
    claims: tuple[str, ...]
    taken: tuple[str, ...]
    media: tuple[str, ...]
    failed: int

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses at which it stands."""
        return tuple(address for address in self.claims if address not in self.taken)


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
        self._recorded = Recorded(self._db)
        self._db.execute("BEGIN")

    def fact(self, name: str) -> str | None:
        """A fact about the ledger: edition, fingerprint."""
        row = self._db.execute("SELECT value FROM fact WHERE name=?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def state(self, name: str, value: str) -> None:
        """Set a fact."""
        self._db.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))

    def commit(self) -> dict[tuple[str, bytes], int]:
        """Keep what was entered. Questions that nobody asks any more go now: until here, a later sheet might.

        Gives the numbers of those that went, by name and packed arguments.
        """
        struck: dict[tuple[str, bytes], int] = {}
        for number in sorted(self._unasked):
            if not self._db.execute("SELECT 1 FROM asked WHERE question=? LIMIT 1", (number,)).fetchone():
                struck |= self.strike_question(number)
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
            ids.update(self._recorded.spanning(number, place, moved))
        return self._asked(ids)

    def due(self, now: int) -> list[Asked]:
        """The questions whose answer changes by itself at or before `now` (µs since 1970 UTC)."""
        return self._asked(row[0] for row in self._db.execute("SELECT id FROM question WHERE due<=?", (now,)))

    def asked_of(self, names: Iterable[str]) -> list[Asked]:
        """All that was asked of these questions."""
        sql = "SELECT id FROM question WHERE name=?"
        return self._asked(row[0] for name in names for row in self._db.execute(sql, (name,)))

    def next_due(self) -> int | None:
        """When the next answer changes by itself (µs since 1970 UTC)."""
        row = self._db.execute("SELECT min(due) FROM question WHERE due IS NOT NULL").fetchone()
        return None if row is None else row[0]

    def enter_question(self, name: str, args: bytes, digest: bytes, reads: Reads) -> int:
        """Enter or correct a question; gives its number."""
        packed = packed_reads(reads)
        old = self._db.execute(
            "SELECT id, reads, digest, due FROM question WHERE name=? AND args=?", (name, args.decode())
        ).fetchone()
        if old is None:
            made = self._db.execute(
                "INSERT INTO question (name, args, digest, due, reads) VALUES (?, ?, ?, ?, ?)",
                (name, args.decode(), digest, reads.due, packed),
            )
            number = int(made.lastrowid or 0)
            self._recorded.take_down(number, reads.tokens, reads.spans)
            self._note_specs(reads.specs)
            return number
        number = int(old[0])
        if old[1:] == (packed, digest, reads.due):
            return number
        self._db.execute("UPDATE question SET digest=?, due=?, reads=? WHERE id=?", (digest, reads.due, packed, number))
        if old[1] != packed:
            self._recorded.correct(number, old[1], reads.tokens, reads.spans)
            self._note_specs(reads.specs)
        return number

    def strike_question(self, number: int) -> dict[tuple[str, bytes], int]:
        """Take a question out; gives its number by name and packed arguments, if it was there."""
        row = self._db.execute("SELECT name, args, reads FROM question WHERE id=?", (number,)).fetchone()
        if row:
            self._recorded.strike(number, row[2])
        self._db.execute("DELETE FROM question WHERE id=?", (number,))
        self._db.execute("DELETE FROM asked WHERE question=?", (number,))
        return {(row[0], row[1].encode()): number} if row else {}

    # Sheets

    def sheets_asking(self, questions: Iterable[int]) -> list[tuple[Entered, list[int]]]:
        """The sheets that asked any of these questions, each with those that it asked."""
        asked: dict[int, list[int]] = {}
        for number in questions:
            for row in self._db.execute("SELECT sheet FROM asked WHERE question=?", (number,)):
                asked.setdefault(row[0], []).append(number)
        return [(entered, asked[number]) for number in sorted(asked) if (entered := self._sheet("id=?", (number,)))]

    def sheet(self, name: str, key: Key) -> Entered | None:
        """The sheet of this name and key, if it has been entered."""
        return self._sheet("name=? AND key=?", (name, orjson.dumps(key).decode()))

    def sheets(self, name: str) -> list[Entered]:
        """All sheets of a name."""
        return [_entered(row) for row in self._db.execute(f"{_SHEET} WHERE name=?", (name,)).fetchall()]

    def failed(self, before: int) -> list[Entered]:
        """The sheets that failed last at or before this moment (µs since 1970 UTC)."""
        return [_entered(row) for row in self._db.execute(f"{_SHEET} WHERE failed>0 AND failed<=?", (before,))]

    def claiming(self, addresses: Iterable[str]) -> set[tuple[str, Key]]:
        """The sheets that want any of these addresses, whether they have them or not."""
        found: set[tuple[str, Key]] = set()
        for address in addresses:
            rows = self._db.execute("SELECT name, key FROM claim JOIN sheet ON id=sheet WHERE address=?", (address,))
            found.update((name, orjson.loads(key)) for name, key in rows)
        return found

    def enter_sheet(self, entry: Entry) -> int:
        """Enter or correct a sheet with what it asked; gives its number."""
        place = orjson.dumps(entry.key).decode()
        before = self._db.execute(f"{_SHEET} WHERE name=? AND key=?", (entry.name, place)).fetchone()
        number = int(
            self._db.execute(
                "INSERT INTO sheet (name, key, addresses, taken, media, failed) VALUES (?, ?, ?, ?, ?, ?)"
                " ON CONFLICT (name, key) DO UPDATE SET addresses=excluded.addresses, taken=excluded.taken,"
                " media=excluded.media, failed=excluded.failed RETURNING id",
                (entry.name, place, *packed_sheet(entry)),
            ).fetchone()[0]
        )
        self._claim(number, set(_entered(before).claims) if before else set(), set(entry.claims))
        wanted = set(entry.questions)
        had = {row[0] for row in self._db.execute("SELECT question FROM asked WHERE sheet=?", (number,))}
        self._db.executemany("INSERT INTO asked VALUES (?, ?)", [(q, number) for q in sorted(wanted - had)])
        self._db.executemany("DELETE FROM asked WHERE question=? AND sheet=?", [(q, number) for q in had - wanted])
        self._unasked |= had - wanted
        self._db.execute("DELETE FROM media WHERE sheet=?", (number,))
        listed = sorted(set(entry.media))
        self._db.executemany("INSERT INTO media VALUES (?, ?)", [(address, number) for address in listed])
        return number

    def strike_sheet(self, entered: Entered) -> None:
        """Take a sheet out."""
        number = entered.id
        self._claim(number, set(entered.claims), set())
        had = {row[0] for row in self._db.execute("SELECT question FROM asked WHERE sheet=?", (number,))}
        for table, column in (("asked", "sheet"), ("media", "sheet"), ("reason", "sheet"), ("sheet", "id")):
            self._db.execute(f"DELETE FROM {table} WHERE {column}=?", (number,))
        self._unasked |= had

    def give_reasons(
        self, edition: int, changes: Sequence[str], reasons: Mapping[tuple[str, Key], Sequence[str]]
    ) -> None:
        """Take down why these sheets were printed in an edition, and what had changed before it."""
        told = orjson.dumps(changes).decode()
        self._db.execute("INSERT OR REPLACE INTO cause VALUES (?, ?)", (edition, told))
        self._db.execute("DELETE FROM cause WHERE edition<=?", (edition - REMEMBERED,))
        self._db.executemany(
            "INSERT OR REPLACE INTO reason SELECT id, ?, ? FROM sheet WHERE name=? AND key=?",
            [
                (edition, orjson.dumps(because).decode(), name, orjson.dumps(key).decode())
                for (name, key), because in reasons.items()
            ],
        )

    def media_in_use(self, addresses: Iterable[str]) -> set[str]:
        """Those of these media addresses that some sheet refers to."""
        return {
            address
            for address in addresses
            if self._db.execute("SELECT 1 FROM media WHERE address=? LIMIT 1", (address,)).fetchone()
        }

    def _claim(self, number: int, had: set[str], wanted: set[str]) -> None:
        gone, new = ([(address, number) for address in some] for some in (had - wanted, wanted - had))
        self._db.executemany("DELETE FROM claim WHERE address=? AND sheet=?", gone)
        self._db.executemany("INSERT INTO claim VALUES (?, ?)", new)

    def _sheet(self, where: str, params: tuple[Any, ...]) -> Entered | None:
        row = self._db.execute(f"{_SHEET} WHERE {where}", params).fetchone()
        return None if row is None else _entered(row)

    def _asked(self, ids: Iterable[int]) -> list[Asked]:
        found = []
        for number in sorted(set(ids)):
            row = self._db.execute("SELECT id, name, args, digest FROM question WHERE id=?", (number,)).fetchone()
            if row:
                found.append(Asked(row[0], row[1], tuple(orjson.loads(row[2])), row[3]))
        return found

    def _note_specs(self, specs: Iterable[SpecKey]) -> None:
        for spec in specs:
            if spec not in self._specs:
                self._specs.add(spec)
                self._db.execute("INSERT OR IGNORE INTO spec VALUES (?)", (orjson.dumps(spec).decode(),))


def asked_in_words(name: str, args: Sequence[Any]) -> str:
    """A question as people are told of it: "content.questions.names.person(21, 'en')"."""
    return f"{name}({', '.join(map(repr, args))})"


def is_sound(path: Path, *, thoroughly: bool = False) -> bool:
    """Whether the file, if there is one, holds a ledger of this format; `thoroughly` looks at all of it."""
    if not path.exists():
        return True
    try:
        with closing(sqlite.connect(path)) as db:
            found = db.execute("SELECT value FROM fact WHERE name='format'").fetchone() == (FORMAT,)
            return found and (not thoroughly or db.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite.DatabaseError as error:
        if sqlite.is_damage(error):
            return False
        raise


def _spec(packed: str) -> SpecKey:
    table, columns, order = orjson.loads(packed)
    return table, tuple(columns), tuple(order)


def packed_sheet(entry: Entry) -> tuple[str, str, str, int]:
    """A sheet's addresses, media and failure, as they are kept."""
    lists = (list(entry.claims), list(entry.taken), sorted(set(entry.media)))
    claims, taken, media = (orjson.dumps(one).decode() for one in lists)
    return claims, taken, media, entry.failed


def _entered(row: tuple[Any, ...]) -> Entered:
    number, name, key, *lists, failed = row
    claims, taken, media = (tuple(orjson.loads(one)) for one in lists)
    return Entered(number, name, orjson.loads(key), claims, taken, media, failed)
