"""Change triggers: the database itself writes down what changed, in the transaction that changed it.

They compare public and told columns only (a draft save of a live page is no change), touch no other table, and cover
`update()`, bulk writes, cascades, raw SQL, REPLACE (with `recursive_triggers`) and TRUNCATE. SQLite drops a table's
triggers when Django rebuilds it, so all are dropped before migrating, put back after, and verified at start.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper

from communique.press.tables import Table

from . import declarations

PREFIX = "communique_change_"


def drop_before_migrating(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Take the triggers off (signal `pre_migrate`)."""
    drop(connections[using])


def install_after_migrating(using: str = DEFAULT_DB_ALIAS, **_: Any) -> None:
    """Put triggers and window in place (signal `post_migrate`)."""
    from .readiness import make_ready

    make_ready(using)


def ensure(connection: BaseDatabaseWrapper) -> bool:
    """Put the triggers in place where they are not what the declarations ask for; then everything is printed again.

    Gives whether anything had to be done.
    """
    tables = set(connection.introspection.table_names())
    if not declarations.tables.keys() <= tables or sorted(installed(connection)) == sorted(expected(connection)):
        return False
    drop(connection)
    with connection.cursor() as cursor:
        for statement in expected(connection):
            cursor.execute(statement)
        # Without triggers something may have changed unseen.
        cursor.execute("INSERT INTO publishing_change (\"table\", before, after) VALUES ('', NULL, NULL)")
    return True


def drop(connection: BaseDatabaseWrapper) -> None:
    """Take all our triggers off."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type='trigger' AND name LIKE %s", [f"{PREFIX}%"])
            for (name,) in cursor.fetchall():
                cursor.execute(f'DROP TRIGGER "{name}"')
            return
        cursor.execute("SELECT proname FROM pg_proc WHERE proname LIKE %s", [f"{PREFIX}%"])
        for (name,) in cursor.fetchall():
            cursor.execute(f'DROP FUNCTION IF EXISTS "{name}" CASCADE')


def installed(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that made the triggers now in place, as `expected` gives them."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE type='trigger' AND name LIKE %s", [f"{PREFIX}%"])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(
            "SELECT p.proname, p.prosrc, (SELECT count(*) FROM pg_trigger t WHERE t.tgfoid = p.oid) FROM pg_proc p"
            " WHERE p.proname LIKE %s",
            [f"{PREFIX}%"],
        )
        bodies = {name: (source, count) for name, source, count in cursor.fetchall()}
    wanted = {name: body for table in _declared() for name, body in [_function(table)]}
    if bodies == {name: (body, 2) for name, body in wanted.items()}:
        return expected(connection)
    return []


def expected(connection: BaseDatabaseWrapper) -> list[str]:
    """The statements that make the triggers which the declarations ask for."""
    make = _sqlite if connection.vendor == "sqlite" else _postgresql
    return [statement for table in _declared() for statement in make(table)]


def _declared() -> list[Table]:
    return sorted(declarations.tables.values(), key=lambda table: table.name)


def _compared(table: Table) -> list[str]:
    return list(dict.fromkeys((*table.told, *table.columns)))


def _object(function: str, side: str, table: Table) -> str:
    pairs = ", ".join(f"'{column}', {side}.\"{column}\"" for column in table.told)
    return f"{function}({pairs})"


def _sqlite(table: Table) -> Iterable[str]:
    """Three triggers a table."""
    before, after = (_object("json_object", side, table) for side in ("OLD", "NEW"))
    differs = " OR ".join(f'OLD."{column}" IS NOT NEW."{column}"' for column in _compared(table))
    for event, left, right, when in (
        ("DELETE", before, "NULL", ""),
        ("INSERT", "NULL", after, ""),
        ("UPDATE", before, after, f" WHEN {differs}"),
    ):
        yield (
            f'CREATE TRIGGER "{PREFIX}{table.name}_{event.lower()}" AFTER {event} ON "{table.name}"{when} BEGIN'
            f" INSERT INTO publishing_change (\"table\", before, after) VALUES ('{table.name}', {left}, {right}); END"
        )


def _function(table: Table) -> tuple[str, str]:
    before, after = (_object("jsonb_build_object", side, table) for side in ("OLD", "NEW"))
    same = " AND ".join(f'OLD."{column}" IS NOT DISTINCT FROM NEW."{column}"' for column in _compared(table))
    note = 'INSERT INTO publishing_change ("table", before, after) VALUES'
    body = f"""
BEGIN
  IF TG_OP = 'TRUNCATE' THEN {note} ('', NULL, NULL);
  ELSIF TG_OP = 'INSERT' THEN {note} ('{table.name}', NULL, {after}::text);
  ELSIF TG_OP = 'DELETE' THEN {note} ('{table.name}', {before}::text, NULL);
  ELSIF NOT ({same}) THEN {note} ('{table.name}', {before}::text, {after}::text);
  END IF;
  RETURN NULL;
END """
    return f"{PREFIX}{table.name}"[:63], body


def _postgresql(table: Table) -> Iterable[str]:
    name, body = _function(table)
    yield f'CREATE FUNCTION "{name}"() RETURNS trigger LANGUAGE plpgsql AS $body${body}$body$'
    for event, scope in (("INSERT OR UPDATE OR DELETE", "ROW"), ("TRUNCATE", "STATEMENT")):
        trigger = f"{name[:50]}_{scope.lower()}"
        yield (
            f'CREATE TRIGGER "{trigger}" AFTER {event} ON "{table.name}" FOR EACH {scope} EXECUTE FUNCTION "{name}"()'
        )
