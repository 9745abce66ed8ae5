"""The content at one moment, as the press reads it through the window."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import orjson
from django.db.backends.base.base import BaseDatabaseWrapper

from communique.press.changes import Change, Told
from communique.press.reading import WindowReading
from communique.press.source import MomentPassed
from communique.press.statements import POSTGRESQL, SQLITE
from communique.press.tables import Position, Table

from . import declarations
from .window import views

_NAMES = re.compile(r"\w+")

HELD = 1024
"""So many results are kept while the window is open."""

EVERYTHING = "publishing_everything"
"""A change of everything (a TRUNCATE, triggers that were missing): the table of this name hides all."""


class WindowSnapshot:
    """One transaction on the window connection. Queries of the ORM inside a question are recorded as whole tables."""

    def __init__(self, window: BaseDatabaseWrapper) -> None:
        self.tables: Mapping[str, Table] = tables()
        self.dialect = SQLITE if window.vendor == "sqlite" else POSTGRESQL
        self._reading: WindowReading | None = None
        self._window = window
        self._raw = window.connection
        self._held: dict[tuple[Any, ...], list[tuple[Any, ...]]] = {}

    def select(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Rows of the window, by a statement in the database's own spelling.

        Within one moment the same statement gives the same rows, and neighbouring sheets ask much alike.
        """
        asked = (sql, *params)
        rows = self._held.get(asked)
        if rows is None:
            rows = self._fetch(sql, params)
            if len(self._held) >= HELD:
                del self._held[next(iter(self._held))]
            self._held[asked] = rows
        return rows

    def _fetch(self, sql: str, params: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._raw.execute(sql, params).fetchall()
        return rows

    def changes(self) -> Sequence[tuple[int, Change]]:
        """The pending changes with their numbers, oldest first."""
        sql = 'SELECT id, "table", before, after FROM publishing_change ORDER BY id'
        return [(row[0], _change(*row[1:])) for row in self._machinery(sql)]

    def pointing(self, columns: Sequence[tuple[Table, str]], value: Position) -> Sequence[tuple[Table, str]]:
        """Those of these columns in which some row points to `value`, whether it can be seen or not. One query."""
        if not columns:
            return []
        found = self._machinery(views.pointing(columns, self.dialect.mark), [value] * len(columns))[0]
        return [column for column, there in zip(columns, found, strict=True) if there]

    def told(self, table: Table, column: str, value: Position) -> Sequence[Told]:
        """The told columns of the rows that point to `value`, whether they can be seen or not."""
        columns = ", ".join(f'"{name}"' for name in table.told)
        sql = f'SELECT {columns} FROM "{views.TOLD}{table.name}" WHERE "{column}" = {self.dialect.mark}'
        return [dict(zip(table.told, row, strict=True)) for row in self._machinery(sql, (value,))]

    def mark(self) -> tuple[str, int]:
        """The database's identity, and the number of the last edition it was told of (0: none)."""
        row = self._machinery("SELECT identity, edition FROM publishing_mark ORDER BY id LIMIT 1")
        return (row[0][0], row[0][1]) if row else ("", 0)

    def moment(self) -> str:
        """What another process opens this moment by.

        PostgreSQL can show one transaction what another sees. SQLite can't; but whatever changes what the window shows
        leaves a change row, so two moments with the same last one are the same.
        """
        if self.dialect is POSTGRESQL:
            return str(self._fetch("SELECT pg_export_snapshot()", ())[0][0])
        last = self._machinery('SELECT id, "table" FROM publishing_change ORDER BY id DESC LIMIT 1')
        return str(last[0][0] if last else 0)

    def read_by(self, reading: WindowReading | None) -> None:
        """Whatever else reads the window from now on is taken down by this reading, or refused outside a question."""
        self._reading = reading

    def note(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        """Django's way past `Reading`: taken down as whole tables, refused outside a question (an execute wrapper)."""
        if self._reading is not None:
            reads = self._reading.reads
            for name in set(_NAMES.findall(sql)) & self.tables.keys():
                reads.whole(name)
        return execute(sql, params, many, context)

    def _machinery(self, sql: str, params: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        self._window.machinery = True  # type: ignore[attr-defined]  # the window's backends have it
        try:
            return self._fetch(sql, params)
        finally:
            self._window.machinery = False  # type: ignore[attr-defined]  # as above


@contextmanager
def opened(connection: BaseDatabaseWrapper, moment: str = "") -> Iterator[WindowSnapshot]:
    """Open a window connection: now, or at a moment that another process has open. Raises MomentPassed."""
    connection.ensure_connection()
    window = WindowSnapshot(connection)
    begin = "BEGIN" if connection.vendor == "sqlite" else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
    window._raw.execute(begin)
    try:
        if moment:
            _go_to(window, moment)
        with connection.execute_wrapper(window.note):
            yield window
    finally:
        window._raw.execute("ROLLBACK")
        window.read_by(None)  # which knows the window, and both would stay until somebody looks for circles


def _go_to(window: WindowSnapshot, moment: str) -> None:
    if window.dialect is POSTGRESQL:
        window._raw.execute(f"SET TRANSACTION SNAPSHOT '{moment}'")
    elif window.moment() != moment:
        raise MomentPassed("Something was published meanwhile.")


def tables() -> dict[str, Table]:
    """The declared tables, and the one whose change means everything."""
    everything = Table(EVERYTHING, "id", (), (), {}, hides_all=True)
    return {**declarations.tables, EVERYTHING: everything}


def _change(table: str, before: str | None, after: str | None) -> Change:
    if table not in declarations.tables:
        return Change(EVERYTHING, None, None)
    return Change(
        table, None if before is None else orjson.loads(before), None if after is None else orjson.loads(after)
    )
