"""The recorded shapes of reading: a row by its key, rows by equality, a span of an index, or a whole table.

A shape is kept as a token (a 63-bit hash: two shapes that fall together are only asked again once too often), and a
span as a lane (the index it runs on) with the positions at both ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

import orjson

from .tables import Position

Positions = tuple[Position, ...]

INT32 = 2**31
SMALL = 2**30


def token(*parts: object) -> int:
    """A shape's name as a number that fits SQLite's integers."""
    digest = blake2b(orjson.dumps(parts), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1


def row_token(table: str, key: Position) -> int:
    """The row of a table with this key."""
    return token("row", table, key)


def equal_token(table: str, columns: Sequence[str], values: Positions) -> int:
    """The rows of a table whose columns have these values; columns in the table's own order of names."""
    return token("equal", table, columns, values)


def count_token(table: str, columns: Sequence[str], values: Positions) -> int:
    """How many such rows there are: touched when one comes or goes, not when one is edited."""
    return token("count", table, columns, values)


def whole_token(table: str) -> int:
    """Every row of a table."""
    return token("whole", table)


def lane(table: str, columns: Sequence[str], values: Positions, order: Sequence[str]) -> int:
    """The index that a span runs on: rows with these values, in this order."""
    return token("span", table, columns, values, order)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a lane, ends included; None is the open end.

    `presence` spans are touched when a row comes, goes or moves within them (a gap between neighbours is one);
    the others also when a row in them is edited.
    """

    lane: int
    low: Positions | None
    high: Positions | None
    presence: bool

    def holds(self, place: Positions) -> bool:
        """Whether a row at this place lies in the stretch."""
        if None in place:
            return False  # rows without a place in the order are never part of a span
        return (self.low is None or not less(place, self.low)) and (self.high is None or not less(self.high, place))

    @property
    def box(self) -> tuple[int, int]:
        """The stretch's first column as whole numbers of 32 bits, rounded outwards."""
        return (
            -INT32 if self.low is None else coarse(self.low[0]),
            INT32 - 1 if self.high is None else coarse(self.high[0]),
        )


def less(one: Positions, other: Positions) -> bool:
    """Whether one place comes before another; where one is the beginning of the other they are equal."""
    for a, b in zip(one, other, strict=False):
        if a != b:
            return (a is not None, a) < (b is not None, b)  # one column is of one kind
    return False


def coarse(value: Position) -> int:
    """A position as 32 bits, keeping the order: instants to two minutes, text to its first bytes."""
    if value is None:
        return -INT32
    if isinstance(value, str):
        return int.from_bytes(value.encode()[:4].ljust(4, b"\0"), "big") - INT32
    far = abs(value) - SMALL
    squeezed = value if far < 0 else (SMALL + (far >> 27)) * (1 if value > 0 else -1) - (value < 0)
    return max(-INT32, min(INT32 - 1, squeezed))


def coarse_lane(number: int) -> int:
    """A lane as 32 bits."""
    return (number & 0xFFFFFFFF) - INT32
