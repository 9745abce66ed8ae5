"""The window on SQLite: temporary views take the tables' names, and an authorizer forbids the tables themselves."""

from __future__ import annotations

import sqlite3
from secrets import token_hex
from typing import Any

from django.db.backends.sqlite3 import base

from communique.publishing import declarations
from communique.publishing.window import views

STATEMENTS = 1024
"""So many statements are kept prepared: preparing one asks the authorizer for every column, in Python."""

_HARMLESS = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_TRANSACTION, sqlite3.SQLITE_RECURSIVE}


class DatabaseWrapper(base.DatabaseWrapper):
    """A read-only connection on which every declared table is a view and every other table is forbidden."""

    machinery = False  # whether the press itself is reading its own tables

    def get_connection_params(self) -> dict[str, Any]:
        """As Django's, but without converters by declared type: the window converts by declaration."""
        params = super().get_connection_params()
        params["detect_types"] = 0
        params["cached_statements"] = STATEMENTS
        return params

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """Open the window: make the views, then set the authorizer."""
        connection = super().get_new_connection(conn_params)
        # SQLite tells the authorizer the name through which a table is read, and a statement can give its own parts
        # any name. So what reads the tables has a name that no statement can know.
        self._behind = f"window:{token_hex(16)}:"
        shown = set()
        for table in declarations.tables.values():
            connection.execute(f'CREATE TEMP VIEW "{self._behind}{table.name}" AS {views.public(table, "main")}')
            connection.execute(f'CREATE TEMP VIEW "{table.name}" AS SELECT * FROM temp."{self._behind}{table.name}"')
            connection.execute(f'CREATE TEMP VIEW "{views.TOLD}{table.name}" AS {views.told(table, "main")}')
            shown |= {table.name, f"{self._behind}{table.name}"}
        for name in views.MACHINERY:
            connection.execute(f'CREATE TEMP VIEW "{name}" AS {views.machinery(name, "main")}')
        connection.execute("PRAGMA query_only = ON")
        self._known = _names(connection)
        connection.set_authorizer(self._authorize(shown))
        return connection

    def _authorize(self, shown: set[str]) -> Any:
        ours = {name for name in self._known if name in views.MACHINERY or name.startswith(views.TOLD)}

        def authorize(action: int, what: str | None, more: str | None, schema: str | None, through: str | None) -> int:
            if action in _HARMLESS:
                return sqlite3.SQLITE_OK
            if action == sqlite3.SQLITE_FUNCTION:
                return sqlite3.SQLITE_DENY if more == "load_extension" else sqlite3.SQLITE_OK
            if action != sqlite3.SQLITE_READ:
                return sqlite3.SQLITE_DENY
            if more == "" and what in shown:
                return sqlite3.SQLITE_OK  # rows are counted or only their keys read; no column is looked at
            name = through if through is not None else what
            if name in ours and not self.machinery:
                return sqlite3.SQLITE_DENY
            allowed = what in self._known
            if schema == "main":
                allowed = through is not None and (through in ours or through.startswith(self._behind))
            return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY

        return authorize


def _names(connection: Any) -> set[str]:
    return {row[0] for row in connection.execute("SELECT name FROM sqlite_temp_master WHERE type='view'")}
