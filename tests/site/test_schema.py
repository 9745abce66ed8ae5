"""The database that a site begins with, and how one is known to be another version's."""

from __future__ import annotations

import sqlite3

import pytest
from django.core.management import call_command
from django.db import connection

from communique.site import making, schema
from communique.site.template.making import OWN, empty_own

pytestmark = pytest.mark.django_db


def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_migrations_are_known_by_their_files():
    assert schema.applied_migrations() == schema.known_migrations()
    schema.refuse_unless_current()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the template is a SQLite file")
def test_the_database_that_ships_is_what_migrating_gives(tmp_path):
    """Made anew with `make template` when a migration was added."""
    shipped, migrated = tmp_path / "shipped.sqlite3", tmp_path / "migrated.sqlite3"
    database = making.shipped()
    assert database, "Migrations were changed: `make template`."
    shipped.write_bytes(database)
    with connection.cursor() as cursor:
        cursor.execute("SELECT file FROM pragma_database_list WHERE name = 'main'")
        source = cursor.fetchone()[0]
    with sqlite3.connect(f"file:{source}?mode=ro", uri=True) as now, sqlite3.connect(migrated) as copy:
        now.backup(copy)
    empty_own(migrated, made_of=0)
    _take_down_the_welcome(shipped)
    assert _layout(shipped) == _layout(migrated)
    assert _rows(shipped) == _rows(migrated)


def _take_down_the_welcome(database):
    """Tests play without Wagtail's page of welcome, which founding a site takes away."""
    with sqlite3.connect(database) as connected:
        connected.executescript("""
            DELETE FROM wagtailcore_site;
            DELETE FROM wagtailcore_page WHERE depth = 2;
            UPDATE wagtailcore_page SET numchild = 0;
        """)


def _layout(database):
    with sqlite3.connect(database) as connected:
        return sorted(connected.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall(), key=repr)


def _rows(database):
    """All rows but those of one site alone, without what differs with the moment."""
    with sqlite3.connect(database) as connected:
        tables = [name for (name,) in connected.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = {}
        for table in sorted(set(tables) - {*OWN, "sqlite_sequence"}):
            columns = [row[1] for row in connected.execute(f'PRAGMA table_info("{table}")')]
            steady = [name for name in columns if not name.endswith(("_at", "applied", "translation_key"))]
            listed = ", ".join(f'"{name}"' for name in steady)
            rows[table] = sorted(connected.execute(f'SELECT {listed} FROM "{table}"').fetchall(), key=repr)
        return rows
