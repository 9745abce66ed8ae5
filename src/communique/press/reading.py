"""Reading the window: questions' only way to the rows, taking down the shape of every reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import Any, NamedTuple, Protocol
from zoneinfo import ZoneInfo

from .notebook import Reads
from .questions import Key, Plain, Row
from .shapes import Positions
from .statements import Dialect, by_equality, by_keys, stretch
from .tables import EPOCH, MICROSECOND, Kind, Table, UnknownColumn, instant, outward, position

HELD = 4096
"""So many rows are kept during a run: within one moment they stay the same."""


class ReadOutsideQuestion(RuntimeError):
    """Something read the window without being asked as a question: nothing would be known of what it read."""


class Shelf(NamedTuple):
    """A table, the columns wanted of it, and how a fetched tuple becomes a row."""

    table: Table
    columns: tuple[str, ...]
    make: Callable[[tuple[Any, ...]], Any]


class Window(Protocol):
    """What the window offers for reading: its tables, how its database spells SQL, and a way to select."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables of the window."""

    @property
    def dialect(self) -> Dialect:
        """How the database spells SQL."""

    def select(self, sql: str, params: Sequence[Any], /) -> list[tuple[Any, ...]]:
        """Rows of the window, by a statement in the database's own spelling."""


class WindowReading:
    """A `Reading` over a window, at one moment (`now`, aware UTC)."""

    def __init__(self, window: Window, now: datetime) -> None:
        self.window = window
        self.now = now.astimezone(UTC)
        self._open: list[Reads] = []
        self._held: dict[tuple[str, Any], Any] = {}

    def begin(self) -> Reads:
        """Start taking down for a question; questions may ask questions."""
        self._open.append(Reads())
        return self._open[-1]

    def end(self) -> Reads:
        """Stop taking down for the question begun last."""
        return self._open.pop()

    @property
    def reads(self) -> Reads:
        """The notebook of the question that is being asked. Raises ReadOutsideQuestion."""
        if not self._open:
            raise ReadOutsideQuestion("The window was read outside a question; ask it as one, so that it is recorded.")
        return self._open[-1]

    def row(self, table: str, key: Key, *, columns: Sequence[str] | None = None) -> Row | None:
        """The row with this key, or None where there is none (or none that is public)."""
        return self.keyed(table, (key,), columns=columns).get(key)

    def keyed(self, table: str, keys: Iterable[Key], *, columns: Sequence[str] | None = None) -> dict[Any, Row]:
        """The rows with these keys, by key, in the order asked for; absent ones left out. One query."""
        wanted = tuple(dict.fromkeys(keys))
        shelf = self._shelf(table, columns, always=())
        reads, kind = self.reads, shelf.table.kind(shelf.table.key)
        for key in wanted:
            reads.row(table, position(kind, key))
        held = self._whole_rows(shelf.table, wanted)
        return {key: row for key, row in zip(wanted, held, strict=True) if row is not None}

    def rows(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] | None = None, **equal: Plain
    ) -> list[Row]:
        """Rows by equality on columns; on a column that is no index, the whole table is recorded."""
        shelf = self._shelf(table, columns, always=())
        names, nulls, values, params = self._equality(shelf.table, equal)
        if equal and shelf.table.findable.issuperset(equal):
            self.reads.rows(table, (*names, *nulls), values)
        else:
            self.reads.whole(table)
        sql = by_equality(self.window.dialect, shelf.table, shelf.columns, names, nulls, tuple(order))
        return [shelf.make(got) for got in self.window.select(sql, params)]

    def span(
        self,
        table: str,
        order: Sequence[str],
        *,
        after: Sequence[Plain] | None = None,
        before: Sequence[Plain] | None = None,
        newest_first: bool = False,
        offset: int = 0,
        limit: int | None = None,
        columns: Sequence[str] | None = None,
        **equal: Plain,
    ) -> list[Row]:
        """A stretch of an index: rows in `order`, strictly between the ends, recorded with the keys at both ends."""
        order = tuple(order)
        shelf = self._shelf(table, columns, always=order)
        names, nulls, values, params = self._equality(shelf.table, equal)
        dialect = self.window.dialect
        sql = stretch(
            dialect, shelf.table, shelf.columns, names, nulls, order,
            ends=(after is not None, before is not None), backwards=newest_first, limit=limit, offset=offset,
        )  # fmt: skip
        for bound in (after, before):
            params += [dialect.bound(shelf.table.kind(c), v) for c, v in zip(order, bound or (), strict=bool(bound))]
        found = [shelf.make(got) for got in self.window.select(sql, params)]
        self._record_span(shelf.table, (*names, *nulls), values, order, (after, before), newest_first, limit, found)
        return found

    def count(self, table: str, **equal: Plain) -> int:
        """How many rows there are, by equality on columns (none: all)."""
        known = self._table(table)
        names, nulls, values, params = self._equality(known, equal)
        if known.findable.issuperset(equal):
            self.reads.count(table, (*names, *nulls), values)
        else:
            self.reads.whole(table)
        sql = by_equality(self.window.dialect, known, ("count(*)",), names, nulls, ())
        return int(self.window.select(sql, params)[0][0])

    def whole(self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] | None = None) -> list[Row]:
        """Every row: recorded as "whole table", so any change of the table asks again."""
        return self.rows(table, order=order, columns=columns)

    def passed(self, moment: datetime) -> bool:
        """Whether `moment` has come. Until it has, the answer is asked again when it comes."""
        if instant(moment) <= self.now:
            return True
        self.reads.until((instant(moment) - EPOCH) // MICROSECOND)
        return False

    def year(self, zone: str) -> int:
        """The year now in the named IANA zone; asked again when it turns."""
        here = self.now.astimezone(ZoneInfo(zone))
        self.passed(datetime(here.year + 1, 1, 1, tzinfo=ZoneInfo(zone)))
        return here.year

    def _record_span(
        self, table: Table, names: tuple[str, ...], values: Positions, order: tuple[str, ...],
        bounds: tuple[Sequence[Plain] | None, Sequence[Plain] | None], backwards: bool, limit: int | None,
        found: list[Any],
    ) -> None:  # fmt: skip
        low, high = (None if b is None else _place(table, order, b) for b in bounds)
        seen = None
        if found:
            places = [_place(table, order, attrgetter(*order)(row)) for row in (found[0], found[-1])]
            seen = (places[1], places[0]) if backwards else (places[0], places[1])
        if seen and limit is not None and len(found) == limit:
            low, high = (seen[0], high) if backwards else (low, seen[1])
        self.reads.span(table.name, names, values, order, gap=(low, high), seen=seen)

    def _equality(
        self, table: Table, equal: Mapping[str, Plain]
    ) -> tuple[tuple[str, ...], tuple[str, ...], Positions, list[Any]]:
        bound = self.window.dialect.bound
        names, nulls, values, params = [], [], [], []
        for name in sorted(equal):
            value, kind = equal[name], table.kind(name)
            if value is None:
                nulls.append(name)
                continue
            names.append(name)
            values.append(position(kind, value))
            params.append(bound(kind, value))
        return tuple(names), tuple(nulls), (*values, *(None for _ in nulls)), params

    def _whole_rows(self, table: Table, keys: tuple[Key, ...]) -> list[Any]:
        """Rows with all public columns, None for an absent one; each is fetched once, whoever asks for it."""
        held = self._held
        missing = [key for key in keys if (table.name, key) not in held]
        if missing:
            shelf = _shelf(table, table.columns)
            sql = by_keys(self.window.dialect, table, table.columns, len(missing))
            found = {got[-1]: shelf.make(got[:-1]) for got in self.window.select(sql, missing)}
            held.update(((table.name, key), found.get(key)) for key in missing)
        rows = [held[table.name, key] for key in keys]
        if len(held) > HELD:
            for oldest in list(islice(held, HELD // 8)):
                del held[oldest]
        return rows

    def _table(self, name: str) -> Table:
        try:
            return self.window.tables[name]
        except KeyError:
            raise UnknownColumn(f"{name!r} is closed: no part has opened this table to the window.") from None

    def _shelf(self, name: str, columns: Sequence[str] | None, always: tuple[str, ...]) -> Shelf:
        table = self._table(name)
        wanted = table.columns if columns is None else tuple(dict.fromkeys((*columns, *always)))
        return _shelf(table, wanted)


@lru_cache(maxsize=512)
def _shelf(table: Table, columns: tuple[str, ...]) -> Shelf:
    record = NamedTuple("Row", [(column, Any) for column in columns])  # type: ignore[misc]  # the window's own columns
    kinds = [table.kind(column) for column in columns]
    turned = [(at, kind) for at, kind in enumerate(kinds) if kind in (Kind.INSTANT, Kind.TRUTH, Kind.DAY)]
    if not turned:
        return Shelf(table, columns, record._make)

    def make(got: tuple[Any, ...]) -> Any:
        values = list(got)
        for at, kind in turned:
            values[at] = outward(kind, values[at])
        return record._make(values)

    return Shelf(table, columns, make)


def _place(table: Table, order: tuple[str, ...], values: Any) -> Positions:
    if len(order) == 1 and not isinstance(values, (tuple, list)):
        values = (values,)
    return tuple(position(table.kind(column), value) for column, value in zip(order, values, strict=True))
