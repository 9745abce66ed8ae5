"""The rows of a PostgreSQL database as they once were, put back much faster than the database can be made anew."""

from __future__ import annotations

from contextlib import suppress
from typing import NamedTuple

import psycopg
from psycopg import sql

# All that isn't rows: as long as it is the same, rows are all that can have changed.
LAYOUT = """SELECT md5(string_agg(told, ',' ORDER BY told)) FROM (
    SELECT format('%s %s %s', relnamespace, relname, relacl) FROM pg_class WHERE oid >= 16384
        AND relnamespace::regnamespace::text !~ '^pg_'
    UNION ALL SELECT format('%s %s %s', tgrelid, tgname, tgenabled) FROM pg_trigger
    UNION ALL SELECT format('%s %s', proname, md5(prosrc)) FROM pg_proc WHERE oid >= 16384
    UNION ALL SELECT format('%s %s', viewname, md5(definition)) FROM pg_views WHERE schemaname !~ '^pg_'
    UNION ALL SELECT format('%s %s', nspname, nspacl) FROM pg_namespace WHERE nspname !~ '^pg_'
) AS parts (told)"""
TABLES = """SELECT format('%I.%I', schemaname, tablename) FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"""
SEQUENCES = """SELECT format('%I.%I', schemaname, sequencename), coalesce(last_value, start_value),
    last_value IS NOT NULL FROM pg_sequences"""
OTHERS = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid != pg_backend_pid()"""


class Rows(NamedTuple):
    """Of every table that has any, as COPY writes them; and where each sequence stands."""

    layout: str
    tables: dict[str, bytes]
    sequences: list[tuple[str, int, bool]]

    @classmethod
    def of(cls, address: str) -> Rows:
        with psycopg.connect(address) as connection:
            (layout,) = connection.execute(LAYOUT).fetchone() or ("",)
            found = {}
            for (table,) in connection.execute(TABLES).fetchall():
                with connection.cursor().copy(sql.SQL("COPY {} TO STDOUT").format(sql.SQL(table))) as copy:
                    found[table] = b"".join(copy)
            return cls(layout, found, connection.execute(SEQUENCES).fetchall())

    def put_back(self, address: str) -> bool:
        """Let the database hold these and no others.

        False, and nothing is done, where more than rows has changed, or where this account may not do so.
        """
        with suppress(psycopg.errors.InsufficientPrivilege), psycopg.connect(address) as connection:
            connection.execute(OTHERS)
            if connection.execute(LAYOUT).fetchone() != (self.layout,):
                return False
            # No trigger notes it, and no key looks for another.
            connection.execute("SET session_replication_role = replica")
            for table, rows in self.tables.items():
                connection.execute(sql.SQL("DELETE FROM {}").format(sql.SQL(table)))
                if rows:
                    with connection.cursor().copy(sql.SQL("COPY {} FROM STDIN").format(sql.SQL(table))) as copy:
                        copy.write(rows)
            for name, value, called in self.sequences:
                connection.execute("SELECT setval(%s, %s, %s)", (name, value, called))
            return True
        return False
