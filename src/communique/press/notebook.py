"""The notebook in which reading is taken down while a question is asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from .shapes import Positions, Span, count_token, equal_token, lane, row_token, whole_token
from .tables import Position

SpecKey = tuple[str, tuple[str, ...], tuple[str, ...]]


@dataclass(slots=True)
class Reads:
    """What one question read: shapes, and the next moment at which its answer changes by itself (µs since 1970)."""

    tokens: set[int] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)
    specs: set[SpecKey] = field(default_factory=set)
    due: int | None = None

    def row(self, table: str, key: Position) -> None:
        """A row by its key, whether it is there or not."""
        self.tokens.add(row_token(table, key))

    def rows(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        """Rows by equality on columns."""
        self.tokens.add(equal_token(table, columns, values))
        self.specs.add((table, columns, ()))

    def count(self, table: str, columns: tuple[str, ...], values: Positions) -> None:
        """How many rows there are, by equality on columns."""
        self.tokens.add(count_token(table, columns, values))
        self.specs.add((table, columns, ()))

    def whole(self, table: str) -> None:
        """A whole table."""
        self.tokens.add(whole_token(table))

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

    def until(self, moment: int) -> None:
        """The answer holds until this moment (µs since 1970 UTC)."""
        self.due = moment if self.due is None else min(self.due, moment)
