"""The notebook in which reading is taken down while a question is asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .shapes import Positions, Span, count_token, equal_token, lane, row_token, whole_token
from .tables import Position

SpecKey = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass
class Reads:
    """What one question read: shapes, and the next moment at which its answer changes by itself (µs since 1970)."""

    tokens: set[int] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    specs: set[SpecKey] = field(default_factory=set)
    words: list[str] = field(default_factory=list)  # the same for people: `communique press explain`
    due: int | None = None

    def row(self, table: str, key: Position) -> None:
        """A row by its key, whether it is there or not."""
        self._note(row_token(table, key), f"row {table} {key}")

    def rows(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        """Rows by equality on columns."""
        self._note(equal_token(table, columns, values), f"rows {table} {_pairs(columns, values)}")
        self.specs.add((table, columns, ()))

    def count(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        """How many rows there are, by equality on columns."""
        self._note(count_token(table, columns, values), f"count {table} {_pairs(columns, values)}")
        self.specs.add((table, columns, ()))

    def whole(self, table: str) -> None:
        """A whole table."""
        self._note(whole_token(table), f"whole {table}")

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
        """A stretch of an index: the gap that was searched, and the rows seen in it."""
        number = lane(table, columns, values, order)
        self.spans.add(Span(number, *gap, presence=True))
        if seen:
            self.spans.add(Span(number, *seen, presence=False))
        self.specs.add((table, columns, order))
        self.words.append(f"span {table} {_pairs(columns, values)} by {','.join(order)} from {gap[0]} to {gap[1]}")

    def until(self, moment: int) -> None:
        """The answer holds until this moment (µs since 1970 UTC)."""
        self.due = moment if self.due is None else min(self.due, moment)
        self.words.append(f"clock {moment}")

    def include(self, other: Reads) -> None:
        """Take over what a question asked by this one read."""
        self.tokens |= other.tokens
        self.spans |= other.spans
        self.specs |= other.specs
        self.words += other.words
        if other.due is not None:
            self.due = other.due if self.due is None else min(self.due, other.due)

    def _note(self, token: int, words: str) -> None:
        if token not in self.tokens:
            self.tokens.add(token)
            self.words.append(words)


def _pairs(columns: Sequence[str], values: Positions) -> str:
    return " ".join(f"{column}={value}" for column, value in zip(columns, values, strict=True)) or "all"
