"""The questions that are put to the store's file."""

from __future__ import annotations

from datetime import UTC, datetime

import orjson

from ..sqlite import Connection
from .entries import Answer, Edition

CURRENT_ADDRESSES = "SELECT address FROM entries WHERE to_edition IS NULL"

_ANSWER = "object, status, media_type, headers, expires, sheet"
_EDITION = "SELECT number, made, cause, position, epoch FROM editions"
# The newest row of an address is the only one that can be current, and the primary key finds it at once.
_STANDING = f"SELECT to_edition, {_ANSWER} FROM entries WHERE address = ? ORDER BY from_edition DESC LIMIT 1"
_AS_OF = f"SELECT address, {_ANSWER} FROM entries WHERE from_edition <= ? AND (to_edition IS NULL OR to_edition > ?)"


HOMELESS = "SELECT object FROM entries WHERE to_edition IS NULL AND object NOT IN (SELECT hash FROM objects)"


def current_number(connection: Connection) -> int:
    """The number of the current edition, 0 before the first."""
    (number,) = connection.execute("SELECT max(number) FROM editions").fetchone()
    return number or 0


def oldest_number(connection: Connection) -> int:
    """The number of the oldest edition that is kept, 0 before the first."""
    (number,) = connection.execute("SELECT min(number) FROM editions").fetchone()
    return number or 0


def current_edition(connection: Connection) -> Edition | None:
    """The edition that readers are given now."""
    row = connection.execute(f"{_EDITION} ORDER BY number DESC LIMIT 1").fetchone()
    return _edition(*row) if row else None


def editions(connection: Connection) -> list[Edition]:
    """Those that are kept, newest first."""
    return [_edition(*row) for row in connection.execute(f"{_EDITION} ORDER BY number DESC")]


def standing(connection: Connection, address: str) -> Answer | None:
    """What an address answers with in the current edition."""
    row = connection.execute(_STANDING, (address,)).fetchone()
    return Answer(*row[1:]) if row and row[0] is None else None


def since(connection: Connection, address: str) -> int | None:
    """The edition since which an address answers as it does."""
    sql = "SELECT from_edition FROM entries WHERE address = ? AND to_edition IS NULL"
    row = connection.execute(sql, (address,)).fetchone()
    return int(row[0]) if row else None


def began_in(connection: Connection, number: int) -> list[str]:
    """The addresses that have answered as they do now since an edition."""
    sql = f"{CURRENT_ADDRESSES} AND from_edition = ? ORDER BY address"
    return [address for (address,) in connection.execute(sql, (number,))]


def answers_as_of(connection: Connection, number: int) -> dict[str, Answer]:
    """What every address answered with in an edition that is kept."""
    return {address: Answer(*answer) for address, *answer in connection.execute(_AS_OF, (number, number))}


def pack_lengths(connection: Connection) -> dict[int, int]:
    """How much of each pack counts."""
    return dict(connection.execute("SELECT number, length FROM packs"))


def includes_at(connection: Connection, address: str) -> tuple[str, ...]:
    """The fragments that stand in the current body of an address."""
    answer = standing(connection, address)
    if answer is None:
        return ()
    (includes,) = connection.execute("SELECT includes FROM objects WHERE hash = ?", (answer.object,)).fetchone()
    return tuple(orjson.loads(includes))


def _edition(number: int, made: float, cause: str, position: str, epoch: str) -> Edition:
    return Edition(number, datetime.fromtimestamp(made, UTC), cause, position, epoch)
