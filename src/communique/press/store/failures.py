"""Pages that could not be printed: the store remembers them until they are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from ..sqlite import Connection
from .entries import Failure
from .rows import current_number

# One that failed before keeps the time since when it does.
_TAKE_DOWN = """
INSERT INTO failures VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (sheet, key) DO UPDATE
SET address = excluded.address, reason = excluded.reason, last_edition = excluded.last_edition
"""


def write_failures(connection: Connection, failed: Mapping[tuple[str, str], Failure | None], now: datetime) -> None:
    """Within a transaction: take down those that failed, and strike out those that are mended (None)."""
    edition = current_number(connection)
    for (sheet, key), failure in failed.items():
        if failure is None:
            connection.execute("DELETE FROM failures WHERE sheet = ? AND key = ?", (sheet, key))
        else:
            since = (failure.since or now).timestamp()
            connection.execute(_TAKE_DOWN, (sheet, key, failure.address, failure.reason, since, edition))


def read_failures(connection: Connection) -> list[Failure]:
    """All pages that are not printed, the longest failing first."""
    rows = connection.execute("SELECT * FROM failures ORDER BY since, sheet, key")
    return [
        Failure(sheet, key, address, reason, datetime.fromtimestamp(since, UTC), last)
        for sheet, key, address, reason, since, last in rows
    ]
