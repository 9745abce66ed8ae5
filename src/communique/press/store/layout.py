"""What lies in the store's file, and which version of it this is."""

from __future__ import annotations

from pathlib import Path

from ..sqlite import Connection, connect, writing

FILE = "store.sqlite3"
LOCK = "store.lock"
FORMAT = 1

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;

CREATE TABLE editions (
    number INTEGER PRIMARY KEY,
    made REAL NOT NULL,          -- seconds since 1970, UTC
    cause TEXT NOT NULL,
    position TEXT NOT NULL,
    epoch TEXT NOT NULL
);

CREATE TABLE packs (number INTEGER PRIMARY KEY, length INTEGER NOT NULL);

CREATE TABLE objects (
    hash BLOB PRIMARY KEY,
    pack INTEGER NOT NULL,
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    includes TEXT NOT NULL       -- JSON: the fragments that stand in it
) WITHOUT ROWID;

-- An address answers with a row from from_edition up to, and without, to_edition, which is NULL while it is current.
CREATE TABLE entries (
    address TEXT NOT NULL,
    from_edition INTEGER NOT NULL,
    to_edition INTEGER,
    object BLOB NOT NULL,
    status INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    headers TEXT NOT NULL,
    expires REAL,
    sheet TEXT NOT NULL,
    PRIMARY KEY (address, from_edition)
) WITHOUT ROWID;
CREATE INDEX entries_begun ON entries (from_edition);
CREATE INDEX entries_ended ON entries (to_edition) WHERE to_edition IS NOT NULL;

CREATE TABLE failures (
    sheet TEXT NOT NULL,
    key TEXT NOT NULL,
    address TEXT NOT NULL,
    reason TEXT NOT NULL,
    since REAL NOT NULL,
    last_edition INTEGER NOT NULL,
    PRIMARY KEY (sheet, key)
) WITHOUT ROWID;
"""


class StoreIsNewer(RuntimeError):
    """The store was written by a later version of communique."""


def open_for_writing(folder: Path) -> Connection:
    """The store's file, made where it is missing."""
    connection = connect(folder / FILE)
    try:
        if not is_laid_out(connection):
            with writing(connection):
                for statement in filter(str.strip, _TABLES.split(";")):
                    connection.execute(statement)
                connection.execute("INSERT INTO meta VALUES ('format', ?)", (FORMAT,))
        refuse_newer(connection, folder)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(folder: Path) -> Connection | None:
    """The store's file, or None where nothing was ever printed."""
    if not (folder / FILE).exists():
        return None
    connection = connect(folder / FILE, read_only=True, threads=True)
    try:
        if is_laid_out(connection):
            refuse_newer(connection, folder)
            return connection
    except BaseException:
        connection.close()
        raise
    connection.close()
    return None


def refuse_newer(connection: Connection, folder: Path) -> None:
    """Raise StoreIsNewer for a format this version doesn't know."""
    (found,) = connection.execute("SELECT value FROM meta WHERE name = 'format'").fetchone()
    if found > FORMAT:
        raise StoreIsNewer(
            f"The store in {folder} was written by a later version of communique (format {found}, this one knows "
            f"{FORMAT}); update communique, or move the store away to have it printed anew."
        )


def is_laid_out(connection: Connection) -> bool:
    """Whether there is a store in the file."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'failures'").fetchone() is not None
