"""The database that a site begins with, and how one is known to be another version's."""

from __future__ import annotations

import os
import shutil
import sqlite3

import pytest
from django.core.management import call_command

from communique.site import making, schema
from communique.site.template.making import OWN, empty_own
from tests import stage

pytestmark = pytest.mark.django_db


def test_every_change_of_a_model_has_its_migration():
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_the_migrations_are_known_by_their_files():
    assert schema.applied_migrations() == schema.known_migrations()
    schema.refuse_unless_current()


@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="the template is a SQLite file")
def test_the_database_that_ships_is_what_migrating_gives(tmp_path):
    """Made anew with `make template` when a migration was added. The others' stage is made of it, so not compared."""
    shipped, migrated = tmp_path / "shipped.sqlite3", tmp_path / "migrated.sqlite3"
    database = making.shipped()
    assert database, "Migrations were changed: `make template`."
    shipped.write_bytes(database)
    stage.migrate(f"sqlite:///{migrated}")
    empty_own(migrated)
    assert _layout(shipped) == _layout(migrated)
    assert _rows(shipped) == _rows(migrated)


def test_a_new_migration_is_added_to_the_database_that_ships_and_a_changed_one_refuses_it(monkeypatch, tmp_path):
    """Changed ones would leave it as nobody migrates it; new ones are made as in any site."""
    house = tmp_path / "communique"
    template = house / "site" / "template"
    shutil.copytree(making.TEMPLATE, template)
    for folder in making.TEMPLATE.parents[1].rglob("migrations"):
        shutil.copytree(folder, house / folder.relative_to(making.TEMPLATE.parents[1]))
    monkeypatch.setattr(making, "TEMPLATE", template)
    new = house / "sections" / "articles" / "migrations" / "9999_new.py"
    new.write_text("")
    assert making.shipped()
    changed = next(house.glob("sections/articles/migrations/0001*.py"))
    changed.write_text(changed.read_text() + "# changed\n")
    assert making.shipped() is None


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
