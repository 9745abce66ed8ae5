"""The window on PostgreSQL: a schema of views comes first, under a role that has no rights on the tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from django.db import DatabaseError
from django.db.backends.postgresql import base

from communique.publishing.window.install import ROLE, SCHEMA

_READING = re.compile(r"\s*\(*\s*(SELECT|WITH|SAVEPOINT|RELEASE|ROLLBACK)\b[^;]*;?\s*", re.IGNORECASE)
_STEPPING_OUT = re.compile(r"\bset_config\b", re.IGNORECASE)

PREPARED = 512
"""So many statements are kept prepared: more than all questions of a site have."""


class SteppedOut(DatabaseError):
    """A statement that isn't a reading: it might take off the role that keeps the press from the tables."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A read-only connection whose names resolve to the window's views."""

    machinery = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.execute_wrappers.append(_only_reading)

    def init_connection_state(self) -> None:
        """Look through the window: its schema alone, its role where there is one, and reading only."""
        super().init_connection_state()
        self.connection.prepared_max = PREPARED
        role = ROLE.format(database=self.settings_dict["NAME"])
        with self.connection.cursor() as cursor:
            cursor.execute(f"SET search_path TO {SCHEMA}, pg_catalog")
            cursor.execute("SET default_transaction_read_only TO on")
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if cursor.fetchone():
                cursor.execute(f'SET ROLE "{role}"')
        if not self.get_autocommit():
            self.connection.commit()

    def get_connection_params(self) -> dict[str, Any]:
        """As Django's, in UTC."""
        return super().get_connection_params()


def _only_reading(execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any) -> Any:
    said = str(sql)
    if not _READING.fullmatch(said) or _STEPPING_OUT.search(said):
        raise SteppedOut("Through the window one can only read.")
    return execute(sql, params, many, context)
