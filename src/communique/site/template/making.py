"""Makes the migrated database that ships with the package: `make template`."""

from __future__ import annotations

import gzip
import json
import shutil
import sys
import tempfile
from pathlib import Path

import pysqlite3

PLACE = Path(__file__).parent / "content.sqlite3.gz"

# What is of one site alone, and made when the site is: who this database is, what was changed in it.
OWN = ("publishing_mark", "publishing_change")


def make(place: Path = PLACE) -> None:
    """Migrate an empty site, and keep its database."""
    from communique.site import configuration
    from communique.site.entering import enter

    folder = Path(tempfile.mkdtemp(prefix="communique-template-"))
    try:
        (folder / configuration.FILE).touch()
        (folder / "data").mkdir()
        enter(folder, migrated=False)
        from communique.site import schema
        from communique.site.making import MADE_OF, migrations

        schema.update()
        schema.close()
        database = folder / "data" / "content.sqlite3"
        empty_own(database)
        place.write_bytes(gzip.compress(database.read_bytes(), compresslevel=9, mtime=0))
        place.with_name(MADE_OF.name).write_text(json.dumps(migrations(), indent=1) + "\n")
    finally:
        shutil.rmtree(folder)


def empty_own(database: Path) -> None:
    """Take out what no two sites share, and all unused space."""
    connection = pysqlite3.connect(str(database), isolation_level=None)
    for table in OWN:
        connection.execute(f"DELETE FROM {table}")
        connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("VACUUM")
    connection.close()


if __name__ == "__main__":
    make()
    sys.stdout.write(f"{PLACE.name}: {PLACE.stat().st_size // 1024} kB\n")
