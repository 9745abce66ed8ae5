"""What questions read, in the ledger's tables: tokens, and spans of indexes with boxes to find them by."""

from __future__ import annotations

from collections.abc import Iterable, Set
from typing import Any

import orjson

from .notebook import Reads
from .shapes import Positions, Span, coarse, coarse_lane
from .sqlite import Connection


class Recorded:
    """The tables `token`, `span` and `stretch` of a ledger."""

    def __init__(self, db: Connection) -> None:
        self._db = db

    def take_down(self, question: int, tokens: Iterable[int], spans: Iterable[Span]) -> None:
        """Enter what a question read."""
        self._db.executemany("INSERT OR IGNORE INTO token VALUES (?, ?)", [(token, question) for token in tokens])
        for span in sorted(spans, key=repr):
            made = self._db.execute(
                "INSERT INTO span (question, lane, low, high, presence) VALUES (?, ?, ?, ?, ?)",
                (question, span.lane, packed_place(span.low), packed_place(span.high), span.presence),
            )
            lane, (low, high) = coarse_lane(span.lane), span.box
            self._db.execute("INSERT INTO stretch VALUES (?, ?, ?, ?, ?)", (made.lastrowid, lane, lane, low, high))

    def correct(self, question: int, packed: bytes, tokens: Set[int], spans: Set[Span]) -> None:
        """Enter it instead of what is `packed`. Most is read again as before, and stays as it is."""
        earlier, packed_spans = orjson.loads(packed)
        had = {Span(lane, _ends(low), _ends(high), presence) for lane, low, high, presence in packed_spans}
        gone = [(token, question) for token in set(earlier) - tokens]
        self._db.executemany("DELETE FROM token WHERE token=? AND question=?", gone)
        for span in had - spans:
            places = (question, span.lane, packed_place(span.low), packed_place(span.high), span.presence)
            sql = "DELETE FROM span WHERE question=? AND lane=? AND low IS ? AND high IS ? AND presence=? RETURNING id"
            self._db.executemany("DELETE FROM stretch WHERE id=?", self._db.execute(sql, places).fetchall())
        self.take_down(question, tokens - set(earlier), spans - had)

    def strike(self, question: int, packed: bytes) -> None:
        """Take out all that a question read."""
        tokens = orjson.loads(packed)[0]
        self._db.executemany("DELETE FROM token WHERE token=? AND question=?", [(token, question) for token in tokens])
        ids = [row[0] for row in self._db.execute("SELECT id FROM span WHERE question=?", (question,))]
        self._db.executemany("DELETE FROM stretch WHERE id=?", [(number,) for number in ids])
        self._db.execute("DELETE FROM span WHERE question=?", (question,))

    def spanning(self, number: int, place: Positions, moved: bool) -> Iterable[int]:
        """The questions with a span that holds a place; `moved` tells whether a row came, went or moved there."""
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


def packed_reads(reads: Reads) -> bytes:
    """What a question read, as it is kept with the question."""
    return orjson.dumps([sorted(reads.tokens), sorted(map(_span_key, reads.spans), key=repr)])


def _span_key(span: Span) -> tuple[Any, ...]:
    return (span.lane, span.low, span.high, span.presence)


def packed_place(place: Positions | None) -> str | None:
    """An end of a span, as it is kept."""
    return None if place is None else orjson.dumps(place).decode()


def _ends(place: list[Any] | None) -> Positions | None:
    return None if place is None else tuple(place)


def _positions(packed: str | None) -> Positions | None:
    return None if packed is None else tuple(orjson.loads(packed))
