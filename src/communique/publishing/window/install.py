"""Putting the window in place in PostgreSQL: its schema, its views, its role. SQLite's is made on connecting."""

from __future__ import annotations

from hashlib import blake2b

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from communique.publishing import declarations

from . import views

SCHEMA = "communique_window"
ROLE = "communique_window_{database}"


def ensure(connection: BaseDatabaseWrapper) -> None:
    """Make the window's schema, views and role on PostgreSQL; nothing to do on SQLite."""
    if connection.vendor != "postgresql":
        return
    tables = set(connection.introspection.table_names())
    if not {table.name for table in declarations.tables.values()} <= tables:
        return  # not migrated yet
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        home = cursor.fetchone()[0]
        cursor.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        cursor.execute(f"CREATE SCHEMA {SCHEMA}")
        cursor.execute(f"COMMENT ON SCHEMA {SCHEMA} IS '{_description()}'")
        for table in declarations.tables.values():
            cursor.execute(f'CREATE VIEW {SCHEMA}."{table.name}" AS {views.public(table, home)}')
            cursor.execute(f'CREATE VIEW {SCHEMA}."{views.TOLD}{table.name}" AS {views.told(table, home)}')
        for name in views.MACHINERY:
            cursor.execute(f'CREATE VIEW {SCHEMA}."{name}" AS {views.machinery(name, home)}')
    _grant(connection)


def stands(connection: BaseDatabaseWrapper) -> bool:
    """Whether the window shows what is declared now (always so on SQLite, where it is made on connecting)."""
    if connection.vendor != "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT obj_description(oid) FROM pg_namespace WHERE nspname = %s", [SCHEMA])
        row = cursor.fetchone()
    return row is not None and row[0] == _description()


def _description() -> str:
    shown = [views.public(table, "") for _, table in sorted(declarations.tables.items())]
    return blake2b("".join(shown).encode(), digest_size=16).hexdigest()


def has_role(connection: BaseDatabaseWrapper) -> bool:
    """Whether the window's role exists; without it the schema alone keeps the press from the tables."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [_role(connection)])
        return cursor.fetchone() is not None


def _role(connection: BaseDatabaseWrapper) -> str:
    return ROLE.format(database=connection.settings_dict["NAME"])


def _grant(connection: BaseDatabaseWrapper) -> None:
    role = _role(connection)
    try:
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            if not has_role(connection):
                cursor.execute(f'CREATE ROLE "{role}" NOLOGIN')
                cursor.execute(f'GRANT "{role}" TO current_user')
            cursor.execute(f'GRANT USAGE ON SCHEMA {SCHEMA} TO "{role}"')
            cursor.execute(f'GRANT SELECT ON ALL TABLES IN SCHEMA {SCHEMA} TO "{role}"')
    except DatabaseError:
        return  # no right to make roles: the schema stands alone, and `communique doctor` says so
