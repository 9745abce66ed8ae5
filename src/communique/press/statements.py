"""The SQL that the press reads with: three shapes, spelled for SQLite or PostgreSQL."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any

from .tables import Kind, Table, instant


@dataclass(frozen=True)
class Dialect:
    """How a database spells what we need of it."""

    name: str
    mark: str  # the placeholder of a parameter
    bytewise: str  # what makes text compare by bytes, as Python and SQLite do

    def __hash__(self) -> int:
        return hash(self.name)  # asked for with every statement that is looked up

    def bound(self, kind: Kind, value: Any) -> Any:
        """A value as this database's parameter; SQLite keeps instants as text, in UTC, as Django writes them."""
        if self.name == "sqlite" and kind is Kind.INSTANT and isinstance(value, datetime):
            return str(instant(value).replace(tzinfo=None))
        return value


SQLITE = Dialect("sqlite", "?", "")
POSTGRESQL = Dialect("postgresql", "%s", ' COLLATE "C"')


@lru_cache(maxsize=4096)
def by_keys(dialect: Dialect, table: Table, columns: tuple[str, ...], count: int) -> str:
    """Rows by their keys; the key is selected last."""
    marks = ", ".join([dialect.mark] * count)
    return f'SELECT {_list((*columns, table.key))} FROM "{table.name}" WHERE "{table.key}" IN ({marks})'


@lru_cache(maxsize=4096)
def by_equality(
    dialect: Dialect,
    table: Table,
    columns: tuple[str, ...],
    names: tuple[str, ...],
    nulls: tuple[str, ...],
    order: tuple[str, ...],
) -> str:
    """Rows by equality on columns; a leading minus in `order` turns it round; the key settles ties."""
    what = columns[0] if columns == ("count(*)",) else _list(columns)
    tail = "" if what == "count(*)" else _order(dialect, table, (*order, table.key))
    return f'SELECT {what} FROM "{table.name}"{_where(dialect, names, nulls)}{tail}'


@lru_cache(maxsize=4096)
def stretch(
    dialect: Dialect, table: Table, columns: tuple[str, ...], names: tuple[str, ...], nulls: tuple[str, ...],
    order: tuple[str, ...], *, ends: tuple[bool, bool], backwards: bool, limit: int | None, offset: int,
) -> str:  # fmt: skip
    """A stretch of an index, strictly between its ends; rows without a place in the order are left out."""
    row = ", ".join(_sortable(dialect, table, column) for column in order)
    marks = ", ".join([dialect.mark] * len(order))
    tests = [f'"{column}" IS NOT NULL' for column in order]
    tests += [f"({row}) {sign} ({marks})" for sign, wanted in zip("><", ends, strict=True) if wanted]
    where = _where(dialect, names, nulls)
    where += (" AND " if where else " WHERE ") + " AND ".join(tests)
    places = tuple(dict.fromkeys((*order, table.key)))
    directed = tuple(f"-{column}" for column in places) if backwards else places
    sql = f'SELECT {_list(columns)} FROM "{table.name}"{where}{_order(dialect, table, directed, nulls=False)}'
    if limit is not None:
        sql += f" LIMIT {int(limit)}"
    elif offset and dialect.name == "sqlite":
        sql += " LIMIT -1"
    return sql + (f" OFFSET {int(offset)}" if offset else "")


def _list(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _where(dialect: Dialect, names: tuple[str, ...], nulls: tuple[str, ...]) -> str:
    tests = [f'"{name}" = {dialect.mark}' for name in names] + [f'"{name}" IS NULL' for name in nulls]
    return " WHERE " + " AND ".join(tests) if tests else ""


def _order(dialect: Dialect, table: Table, order: tuple[str, ...], *, nulls: bool = True) -> str:
    terms = []
    for column in dict.fromkeys(order):
        down = column.startswith("-")
        term = f"{_sortable(dialect, table, column.removeprefix('-'))} {'DESC' if down else 'ASC'}"
        terms.append(f"{term} NULLS {'LAST' if down else 'FIRST'}" if nulls else term)
    return " ORDER BY " + ", ".join(terms)


def _sortable(dialect: Dialect, table: Table, column: str) -> str:
    return f'"{column}"' + (dialect.bytewise if table.kind(column) is Kind.TEXT else "")
