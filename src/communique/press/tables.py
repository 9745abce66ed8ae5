"""The tables of the window as the press sees them: public columns, their kinds, and what may hide a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from functools import cached_property
from typing import Any

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

Position = int | str | None
"""A column's value as it is compared: instants as microseconds since 1970 UTC, dates as ordinals, truth as 0 or 1."""


class Kind(Enum):
    """What a column holds."""

    INTEGER = "integer"
    TEXT = "text"
    TRUTH = "truth"
    INSTANT = "instant"
    DAY = "day"
    OTHER = "other"


class UnknownColumn(LookupError):
    """A question named a table or column that is not open to it."""


@dataclass(frozen=True)
class Table:
    """One table of the window.

    `indexes` are the columns that equality and spans may be recorded on; change rows carry their values before and
    after. `guard` names another table and the column here that points to its row: when that row appears or hides,
    so do the rows here. `condition` is SQL over the row's own columns ("" shows all).
    `guards_by` are the columns of this table that decide whether the rows it guards are shown.
    """

    name: str
    key: str
    columns: tuple[str, ...]
    indexes: tuple[str, ...]
    kinds: Mapping[str, Kind] = field(hash=False, compare=False)
    condition: str = ""
    guard: tuple[str, str] | None = None
    guards_by: tuple[str, ...] = ()
    hides_all: bool = False  # any change here may show or hide anything: a full run follows

    def __hash__(self) -> int:
        return hash(self.name)  # asked for with every statement that is looked up

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The columns whose values a change row carries."""
        return tuple(dict.fromkeys((self.key, *self.indexes, *self.guards_by)))

    @cached_property
    def findable(self) -> frozenset[str]:
        """The columns by which equality can be recorded."""
        return frozenset(self.told)

    def kind(self, column: str) -> Kind:
        """The kind of a column. Raises UnknownColumn with the columns that would do."""
        try:
            return self.kinds[column]
        except KeyError:
            raise UnknownColumn(
                f"{self.name} has no public column {column!r}; choose one of {', '.join(self.columns)}."
            ) from None


def position(kind: Kind, value: Any) -> Position:
    """A value as it is compared and recorded, whichever database and form (JSON, text, datetime) it came in."""
    if value is None:
        return None
    if kind is Kind.INTEGER or kind is Kind.TRUTH:
        return int(value)
    if kind is Kind.INSTANT:
        far = instant(value) - EPOCH
        return (far.days * 86_400 + far.seconds) * 1_000_000 + far.microseconds
    if kind is Kind.DAY:
        return (date.fromisoformat(value) if isinstance(value, str) else value).toordinal()
    return str(value)


def positions(table: Table, columns: Sequence[str], values: Mapping[str, Any]) -> tuple[Position, ...]:
    """The positions of several columns of one row."""
    return tuple(position(table.kind(column), values[column]) for column in columns)


def instant(value: str | datetime) -> datetime:
    """An aware UTC datetime from a database's text or datetime; a naive one is taken as UTC, as Django stores them."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    if moment.tzinfo is UTC:
        return moment
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def outward(kind: Kind, value: Any) -> Any:
    """A column's value as questions get it: instants aware, truth as bool."""
    if value is None:
        return None
    if kind is Kind.INSTANT:
        return instant(value)
    if kind is Kind.TRUTH:
        return bool(value)
    if kind is Kind.DAY and isinstance(value, str):
        return date.fromisoformat(value)
    return value
