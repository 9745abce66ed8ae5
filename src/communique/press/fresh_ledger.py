"""The ledger of a full run: rows are gathered as they come and brought into order at the end.

It is built beside the old one and put in its place when done, so it needs neither journal nor care for a crash.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import orjson

from .ledger import Entry, Ledger, packed_sheet
from .notebook import Reads, SpecKey
from .recorded import packed_place, packed_reads
from .shapes import coarse_lane

BATCH = 2000

_GATHERED = """
DROP INDEX asked_sheet;
DROP INDEX span_question;
CREATE TEMP TABLE tokens (token INTEGER NOT NULL, question INTEGER NOT NULL);
CREATE TEMP TABLE answers (question INTEGER NOT NULL, sheet INTEGER NOT NULL);
CREATE TEMP TABLE claims (address TEXT NOT NULL, sheet INTEGER NOT NULL);
CREATE TEMP TABLE boxes (id INTEGER NOT NULL, lane INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL);
"""
_IN_ORDER = """
INSERT INTO token SELECT token, question FROM tokens ORDER BY 1, 2;
INSERT INTO asked SELECT question, sheet FROM answers ORDER BY 1, 2;
INSERT INTO claim SELECT address, sheet FROM claims ORDER BY 1, 2;
INSERT INTO stretch SELECT id, lane, lane, low, high FROM boxes ORDER BY lane, low;
CREATE INDEX asked_sheet ON asked (sheet);
CREATE INDEX span_question ON span (question);
DROP TABLE tokens;
DROP TABLE answers;
DROP TABLE claims;
DROP TABLE boxes;
"""
_INTO = {
    "question": "INSERT INTO question VALUES (?, ?, ?, ?, ?, ?)",
    "sheet": "INSERT INTO sheet VALUES (?, ?, ?, ?, ?, ?, ?)",
    "media": "INSERT INTO media VALUES (?, ?)",
    "span": "INSERT INTO span VALUES (?, ?, ?, ?, ?, ?)",
    "tokens": "INSERT INTO tokens VALUES (?, ?)",
    "answers": "INSERT INTO answers VALUES (?, ?)",
    "claims": "INSERT INTO claims VALUES (?, ?)",
    "boxes": "INSERT INTO boxes VALUES (?, ?, ?, ?)",
}


class Noted(NamedTuple):
    """A question with its answer's digest and what it read, as the ledger takes it down."""

    name: str
    args: bytes
    digest: bytes
    due: int | None
    packed: bytes
    tokens: tuple[int, ...]
    spans: tuple[tuple[int, str | None, str | None, bool, tuple[int, int]], ...]
    specs: tuple[SpecKey, ...]


def noted(name: str, args: bytes, digest: bytes, reads: Reads) -> Noted:
    """A question made ready for a fresh ledger."""
    spans = sorted(reads.spans, key=repr) if len(reads.spans) > 1 else reads.spans
    return Noted(
        name,
        args,
        digest,
        reads.due,
        packed_reads(reads),
        tuple(reads.tokens),
        tuple((one.lane, packed_place(one.low), packed_place(one.high), one.presence, one.box) for one in spans),
        tuple(reads.specs),
    )


class FreshLedger(Ledger):
    """A ledger in which each question and each sheet is entered once; `commit` is its end."""

    def __init__(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        super().__init__(path)
        self._db.execute("COMMIT")
        for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=MEMORY", "cache_size=-65536"):
            self._db.execute(f"PRAGMA {pragma}")
        self._db.executescript(_GATHERED)
        self._db.execute("BEGIN")
        self._numbers: dict[tuple[str, bytes], int] = {}
        self._sheets = self._spans = 0
        self._rows: dict[str, list[tuple[Any, ...]]] = {name: [] for name in _INTO}

    def enter_question(self, name: str, args: bytes, digest: bytes, reads: Reads) -> int:
        """Enter a question; one that was entered before has the same answer, at the same moment."""
        known = self._numbers.get((name, args))
        return self.enter_noted(noted(name, args, digest, reads)) if known is None else known

    def enter_noted(self, question: Noted) -> int:
        """Enter a question that was asked elsewhere, in another process perhaps."""
        place = (question.name, question.args)
        known = self._numbers.get(place)
        if known is not None:
            return known
        number = self._numbers[place] = len(self._numbers) + 1
        rows = self._rows
        name, args, digest, due, packed, tokens, spans, specs = question
        rows["question"].append((number, name, args.decode(), digest, due, packed))
        rows["tokens"] += [(token, number) for token in tokens]
        for lane, low, high, presence, box in spans:
            self._spans += 1
            rows["span"].append((self._spans, number, lane, low, high, presence))
            rows["boxes"].append((self._spans, coarse_lane(lane), *box))
        self._note_specs(specs)
        if len(rows["question"]) >= BATCH:
            self._write()
        return number

    def enter_sheet(self, entry: Entry) -> int:
        """Enter a sheet with what it asked; gives its number."""
        self._sheets += 1
        number, rows = self._sheets, self._rows
        rows["sheet"].append((number, entry.name, orjson.dumps(entry.key).decode(), *packed_sheet(entry)))
        rows["answers"] += [(question, number) for question in entry.questions]
        rows["claims"] += [(address, number) for address in set(entry.claims)]
        rows["media"] += [(address, number) for address in set(entry.media)]
        return number

    def commit(self) -> dict[tuple[str, bytes], int]:
        """Write the rest, and put everything in order."""
        self._write()
        self._db.execute("COMMIT")
        self._db.executescript(_IN_ORDER)
        self._db.execute("BEGIN")
        return {}

    def _write(self) -> None:
        for name, rows in self._rows.items():
            self._db.executemany(_INTO[name], rows)
            rows.clear()
