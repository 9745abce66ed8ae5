"""SQLite as the press opens it: a library without known faults, and every acknowledged write on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast
from urllib.parse import quote

from pysqlite3 import dbapi2

from .disk import bring_to_the_disk

if TYPE_CHECKING:
    from sqlite3 import Connection
else:
    Connection = dbapi2.Connection

__all__ = [
    "BusyError",
    "Connection",
    "DatabaseError",
    "SQLiteTooOld",
    "connect",
    "is_damage",
    "is_of_the_disk",
    "put_in_place",
    "remove",
    "writing",
]

BusyError = dbapi2.OperationalError
DatabaseError = dbapi2.DatabaseError

# Earlier ones can lose committed pages when a checkpoint and a write meet (the WAL-reset fault).
OLDEST = (3, 51, 3)
PATIENCE = 5.0  # seconds a writer waits for another one


class SQLiteTooOld(RuntimeError):
    """The SQLite library found here has a fault that can damage the store."""


def connect(path: Path, *, read_only: bool = False, threads: bool = False, patience: float = PATIENCE) -> Connection:
    """Open the file at `path`; without `read_only` it is made where it is missing.

    Transactions are begun by `writing` alone. With `threads`, the connection may move between threads, and whoever
    holds it sees to it that only one uses it at a time.
    """
    _refuse_old_library(dbapi2.sqlite_version_info)
    mode = "ro" if read_only else "rwc"
    connection = dbapi2.connect(
        f"file:{quote(str(path))}?mode={mode}",
        uri=True,
        timeout=patience,
        isolation_level=None,
        check_same_thread=not threads,
        cached_statements=64,
    )
    try:
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
    except BaseException:
        connection.close()
        raise
    return cast("Connection", connection)


@contextmanager
def writing(connection: Connection) -> Iterator[Connection]:
    """One transaction that is a writer from its first statement; commits on leaving, undoes itself on an error."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_damage(error: Exception) -> bool:
    """Whether an error says that a file is no database, or isn't whole (and not: that it is busy, or the disk full)."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    is_no_text = str(error).startswith("Could not decode")  # said by the binding, of a value that is no UTF-8
    return is_no_text or code in (dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_ERROR)


def is_of_the_disk(error: BaseException) -> bool:
    """Whether an error says that the disk is full, fails, or may not be written to: what was kept is not damaged."""
    code: int = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in (dbapi2.SQLITE_FULL, dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_READONLY)


def put_in_place(made: Path, place: Path) -> None:
    """Let a closed database file take the place of another, so that neither a crash nor a power cut leaves half."""
    bring_to_the_disk(made)
    for leftover in _beside(place):
        leftover.unlink(missing_ok=True)
    made.replace(place)
    bring_to_the_disk(place.parent)


def remove(path: Path) -> None:
    """Remove a closed database file and what SQLite keeps beside it."""
    for leftover in (*_beside(path), path):
        leftover.unlink(missing_ok=True)


def _beside(path: Path) -> tuple[Path, Path]:
    return path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")


def _refuse_old_library(version: tuple[int, ...]) -> None:
    if tuple(version) < OLDEST:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, OLDEST))
        raise SQLiteTooOld(f"SQLite {found} can damage the store; install pysqlite3 0.6.1 or later (SQLite {wanted}).")
