"""An edition in the making: gathers what changes, and makes it current in one transaction."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import orjson

from ..composing import pieces_of
from ..objects import Printed
from ..sqlite import Connection, writing
from .entries import Answer, Edition, Failure, Place
from .failures import write_failures
from .packs import PackWriter
from .pressing import Pressed, answer_of, includes_of, refuse_ring
from .rows import CURRENT_ADDRESSES, answers_as_of, current_edition, current_number, includes_at, pack_lengths, standing


class EditionOvertaken(RuntimeError):
    """Another edition became current while this one was made."""


class NextEdition:
    """What `with store.edition(…) as edition` gives. Nothing it is told is seen by readers before the block ends well.

    `position` may be set until then. Objects that are `distrusted` are stored anew when something is put under them.
    """

    def __init__(
        self,
        connection: Connection,
        folder: Path,
        *,
        cause: str,
        position: str,
        epoch: str,
        distrusted: Collection[bytes] = (),
    ) -> None:
        self.cause = cause
        self.position = position
        self.epoch = epoch
        self._connection = connection
        self._distrusted = distrusted
        self._began_from = current_number(connection)
        self._packs = PackWriter(folder, pack_lengths(connection))
        self._changes: dict[str, Answer | None] = {}
        self._objects: dict[bytes, tuple[Place, tuple[str, ...]]] = {}
        self._includes: dict[str, tuple[str, ...]] = {}
        self._failed: dict[tuple[str, str], Failure | None] = {}

    @property
    def changed(self) -> tuple[str, ...]:
        """The addresses that will answer differently, so far."""
        return tuple(self._changes)

    def put(self, sheet: Printed | Pressed) -> bool:
        """Have an address answer with this sheet; whether that differs from what it answered before.

        Raises UnfitForPrint, or FragmentRing for a fragment that would stand in itself; the edition can go on.
        """
        address = sheet.address
        answer = sheet.answer if isinstance(sheet, Pressed) else answer_of(sheet)
        includes = sheet.includes if isinstance(sheet, Pressed) else includes_of(sheet)
        if address.startswith("~"):
            refuse_ring(address, includes, self._includes_of)
            self._includes[address] = includes
        if self._standing(address) == answer and answer.object not in self._distrusted:
            self._changes.pop(address, None)
            return False
        if not self._is_kept(answer.object):
            record = (sheet.record,) if isinstance(sheet, Pressed) else pieces_of(sheet)
            self._objects[answer.object] = self._packs.append(*record), includes
        self._changes[address] = answer
        return True

    def remove(self, address: str) -> bool:
        """Have an address answer no more; whether it did."""
        if self._standing(address) is None:
            self._changes.pop(address, None)
            return False
        self._changes[address] = None
        return True

    def has(self, address: str) -> bool:
        """Whether the address answers in this edition, as far as it is made."""
        if address in self._changes:
            return self._changes[address] is not None
        return self._standing(address) is not None

    def keep_only(self, addresses: Iterable[str]) -> None:
        """Remove every address that is not among these."""
        kept = set(addresses)
        for address in (self._current_addresses() | self._changes.keys()) - kept:
            self.remove(address)

    def fail(self, failure: Failure) -> None:
        """Take down that a page could not be printed; its last good version stays."""
        self._failed[failure.sheet, failure.key] = failure

    def mend(self, sheet: str, key: str) -> None:
        """Take down that a page is printed again, or no longer wanted."""
        self._failed[sheet, key] = None

    def restore(self, number: int) -> None:
        """Have every address answer as it did in an earlier edition."""
        then = answers_as_of(self._connection, number)
        for address in self._current_addresses() | then.keys():
            answer = then.get(address)
            if answer != self._standing(address):
                self._changes[address] = answer

    def commit(self, made: datetime) -> Edition:
        """Make it current; if it changes no address, only its position is taken down."""
        lengths = self._packs.settle()
        with writing(self._connection):
            if current_number(self._connection) != self._began_from:
                raise EditionOvertaken("Another edition became current meanwhile; this one is given up.")
            if self._changes or not self._began_from:
                self._add_edition(made, lengths)
            else:
                self._move_position()
            write_failures(self._connection, self._failed, made)
        edition = current_edition(self._connection)
        assert edition is not None
        return edition

    def close(self) -> None:
        """Let go of the files; whatever was not committed is gone."""
        with suppress(OSError):
            self._packs.close()

    def _add_edition(self, made: datetime, lengths: dict[int, int]) -> None:
        execute, number = self._connection.execute, self._began_from + 1
        execute(
            "INSERT INTO editions VALUES (?, ?, ?, ?, ?)",
            (number, made.timestamp(), self.cause, self.position, self.epoch),
        )
        self._connection.executemany("INSERT OR REPLACE INTO packs VALUES (?, ?)", lengths.items())
        used = {answer.object for answer in self._changes.values() if answer}
        new = (
            (name, *place, orjson.dumps(includes).decode())
            for name, (place, includes) in self._objects.items()
            if name in used
        )
        self._connection.executemany("INSERT OR REPLACE INTO objects VALUES (?, ?, ?, ?, ?)", new)
        ended = ((number, address) for address in self._changes)
        self._connection.executemany(
            "UPDATE entries SET to_edition = ? WHERE address = ? AND to_edition IS NULL", ended
        )
        begun = ((address, number, *answer) for address, answer in self._changes.items() if answer)
        self._connection.executemany("INSERT INTO entries VALUES (?, ?, NULL, ?, ?, ?, ?, ?, ?)", begun)

    def _move_position(self) -> None:
        self._connection.execute(
            "UPDATE editions SET position = ?, epoch = ? WHERE number = ? AND (position, epoch) IS NOT (?, ?)",
            (self.position, self.epoch, self._began_from, self.position, self.epoch),
        )

    def _standing(self, address: str) -> Answer | None:
        return standing(self._connection, address)

    def _current_addresses(self) -> set[str]:
        return {address for (address,) in self._connection.execute(CURRENT_ADDRESSES)}

    def _includes_of(self, fragment: str) -> tuple[str, ...]:
        if fragment in self._includes:
            return self._includes[fragment]
        return includes_at(self._connection, fragment)

    def _is_kept(self, name: bytes) -> bool:
        if name in self._objects or name in self._distrusted:
            return name in self._objects
        return self._connection.execute("SELECT 1 FROM objects WHERE hash = ?", (name,)).fetchone() is not None
