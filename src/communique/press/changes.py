"""Changes: what the database's triggers saw, and the recorded shapes that a change touches."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from .shapes import Positions, count_token, equal_token, lane, row_token, token, whole_token
from .tables import Position, Table, position, positions

Told = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Change:
    """One row of a table before and after: the values of its told columns, None where there is no row.

    `before` and `after` may be the same values: then the row was edited elsewhere, or shown or hidden (`flipped`).
    """

    table: str
    before: Told | None
    after: Told | None
    flipped: bool = False

    @property
    def sides(self) -> Iterator[Told]:
        """The row's values, before and after."""
        for side in (self.before, self.after):
            if side is not None:
                yield side

    def keys(self, table: Table) -> set[Position]:
        """The keys the row had and has."""
        return {position(table.kind(table.key), side[table.key]) for side in self.sides}

    def moved(self, table: Table) -> bool:
        """Whether a row came, went, or changed its place in some index."""
        if self.flipped or self.before is None or self.after is None:
            return True
        return any(
            position(table.kinds[column], self.before[column]) != position(table.kinds[column], self.after[column])
            for column in table.told
        )


@dataclass(frozen=True)
class Pending:
    """What a content database holds for the press: its changes with their numbers, who it is, and what it was told."""

    numbered: Sequence[tuple[int, Change]]
    identity: str
    marked: int  # the last edition that it was told of

    @property
    def changes(self) -> list[Change]:
        """The changes, oldest first."""
        return [change for _, change in self.numbered]

    @property
    def position(self) -> str:
        """The last change, by its number and what it says; "" where there is none."""
        return _place(*self.numbered[-1]) if self.numbered else ""

    @property
    def places(self) -> set[str]:
        """Every change, by its number and what it says."""
        return {_place(*one) for one in self.numbered}

    def lack(self, position: str) -> bool:
        """Whether the last change of an edition isn't among these, though nobody can have struck it."""
        return bool(position) and position not in self.places

    def besides(self, places: Container[str]) -> Pending:
        """Those that are not at one of these places."""
        return replace(self, numbered=[one for one in self.numbered if _place(*one) not in places])


def _place(number: int, change: Change) -> str:
    return f"{number}:{token('change', change.table, change.before, change.after):x}"


@dataclass
class Spec:
    """A way in which some question has read a table: by equality on columns, and in an order."""

    table: str
    columns: tuple[str, ...]
    order: tuple[str, ...] = ()


@dataclass
class Touched:
    """The shapes that a set of changes touches."""

    tokens: set[int] = field(default_factory=set)
    places: set[tuple[int, Positions, bool]] = field(default_factory=set)  # lane, place in it, whether a row moved


def flips(change: Change, tables: Mapping[str, Table]) -> Iterator[tuple[Table, str, Position]]:
    """The rows that this change may show or hide in other tables: table, column, and the value it points by.

    Those of one value come together.
    """
    table = tables[change.table]
    if change.flipped or not table.guards_by or not _turned(change, table):
        return
    for key in sorted(change.keys(table), key=repr):
        for other in tables.values():
            if other.guard and other.guard[0] == table.name:
                yield other, other.guard[1], key


def _turned(change: Change, table: Table) -> bool:
    if change.before is None or change.after is None:
        return True
    return any(change.before[column] != change.after[column] for column in table.guards_by)


def touched(changes: Iterable[Change], tables: Mapping[str, Table], specs: Iterable[Spec]) -> Touched:
    """All shapes touched by these changes, of the ways in which tables have been read (`specs`)."""
    by_table: dict[str, list[Spec]] = {}
    for spec in specs:
        by_table.setdefault(spec.table, []).append(spec)
    found = Touched()
    for change in changes:
        _touch(found, change, tables[change.table], by_table.get(change.table, ()))
    return found


def _touch(found: Touched, change: Change, table: Table, specs: Iterable[Spec]) -> None:
    moved = change.moved(table)
    found.tokens.add(whole_token(table.name))
    found.tokens.update(row_token(table.name, key) for key in change.keys(table))
    for spec in specs:
        for side in change.sides:
            values = positions(table, spec.columns, side)
            if spec.order:
                place = positions(table, spec.order, side)
                found.places.add((lane(table.name, spec.columns, values, spec.order), place, moved))
                continue
            found.tokens.add(equal_token(table.name, spec.columns, values))
            if moved:
                found.tokens.add(count_token(table.name, spec.columns, values))
