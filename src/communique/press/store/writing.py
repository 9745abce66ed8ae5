"""The writer's side of the store: editions, failures, going back, and clearing up."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from ..sqlite import Connection, writing
from . import rows
from .checking import set_aside
from .entries import Edition, Failure
from .failures import read_failures, write_failures
from .layout import LOCK, open_for_writing
from .locking import WriterLock
from .making import NextEdition
from .packs import path_of, refuse_cut_short


class UnknownEdition(LookupError):
    """An edition that was never made or is no longer kept."""


class Store:
    """The store, held by its one writer. Open it with `Store.open` and close it; a `with` statement does both."""

    def __init__(self, folder: Path, lock: WriterLock, connection: Connection, clock: Callable[[], datetime]) -> None:
        self.folder = folder
        self._lock = lock
        self._connection = connection
        self._clock = clock
        self._process = os.getpid()

    @classmethod
    def open(cls, folder: Path, *, writer: str, clock: Callable[[], datetime] | None = None) -> Store:
        """Open the store in `folder`, which is made where it is missing, as `writer` (a name for people).

        Raises StoreIsHeld when another one writes to it, StoreIsNewer for one made by a later version, and
        StoreIsDamaged when a pack is missing.
        """
        folder.mkdir(parents=True, exist_ok=True)
        lock = WriterLock(folder / LOCK, writer)
        with ExitStack() as undo:
            undo.callback(lock.release)
            connection = open_for_writing(folder)
            undo.callback(connection.close)
            refuse_cut_short(folder, rows.pack_lengths(connection))
            undo.pop_all()
        return cls(folder, lock, connection, clock or (lambda: datetime.now(UTC)))

    @classmethod
    def set_aside(cls, folder: Path, *, writer: str) -> Path:
        """Move a store that can't be read out of the way of a new one; gives the folder where it lies then.

        Raises StoreIsHeld.
        """
        lock = WriterLock(folder / LOCK, writer)
        try:
            return set_aside(folder, datetime.now(UTC))
        finally:
            lock.release()

    def close(self) -> None:
        """Let the next writer in."""
        if self._process == os.getpid():
            self._connection.close()
        self._lock.release()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def current(self) -> Edition | None:
        """The edition that readers are given now; None before the first."""
        return rows.current_edition(self._here)

    def editions(self) -> list[Edition]:
        """Those that are kept, newest first."""
        return rows.editions(self._here)

    def addresses(self) -> set[str]:
        """All that answers in the current edition, fragments and pieces too."""
        return {address for (address,) in self._here.execute(rows.CURRENT_ADDRESSES)}

    def homeless(self) -> set[bytes]:
        """The names of bodies that addresses should answer with, and that the store knows no place of."""
        return {name for (name,) in self._here.execute(rows.HOMELESS)}

    @contextmanager
    def edition(
        self, *, cause: str, position: str = "", epoch: str = "", distrusted: Collection[bytes] = ()
    ) -> Iterator[NextEdition]:
        """Make the next edition: `put`, `remove` and `keep_only` within the block.

        Leaving the block makes it current in one transaction. Raising in it (or a full disk) leaves everything as it
        was. If no address changed there is no new edition, only a new position. What is stored under a hash that is
        `distrusted` is taken for missing.
        """
        edition = NextEdition(
            self._here, self.folder, cause=cause, position=position, epoch=epoch, distrusted=distrusted
        )
        try:
            yield edition
            edition.commit(self._clock())
        finally:
            edition.close()

    def failures(self) -> list[Failure]:
        """The pages that could not be printed, the longest failing first."""
        return read_failures(self._here)

    def record_failures(self, failures: Iterable[Failure], mended: Iterable[tuple[str, str]] = ()) -> None:
        """Take failures down, and strike out mended ones (sheet, key), without an edition.

        Within a run rather use `edition.fail` and `edition.mend`, which count only if the edition does.
        """
        failed: dict[tuple[str, str], Failure | None] = dict.fromkeys(mended)
        failed |= {(failure.sheet, failure.key): failure for failure in failures}
        with writing(self._here) as connection:
            write_failures(connection, failed, self._clock())

    def rollback_to(self, number: int) -> Edition:
        """Make a new edition in which every address answers as it did in edition `number`.

        The epoch stays as it is: the content didn't go back. Raises UnknownEdition.
        """
        known = {edition.number for edition in self.editions()}
        if number not in known:
            kept = ", ".join(map(str, sorted(known))) or "none"
            raise UnknownEdition(f"Edition {number} is not kept; these are: {kept}.")
        now = self.current()
        assert now is not None
        cause = f"back to edition {number}"
        with self.edition(cause=cause, epoch=now.epoch) as edition:
            edition.restore(number)
        return self.current() or now

    def prune(self, *, keep: int = 10, younger_than: timedelta = timedelta(hours=1)) -> int:
        """Forget older editions than the last `keep` and than those `younger_than`; how many were forgotten.

        Bodies that none of the kept ones has are forgotten too, and a pack in which none is left is deleted.
        """
        recent = (self._clock() - younger_than).timestamp()
        with writing(self._here) as connection:
            (oldest,) = connection.execute(_OLDEST_KEPT, (keep, recent)).fetchone()
            forgotten = connection.execute("DELETE FROM editions WHERE number < ?", (oldest,)).rowcount
            if not forgotten:
                return 0
            connection.execute("DELETE FROM entries WHERE to_edition <= ?", (oldest,))
            connection.execute("DELETE FROM objects WHERE hash NOT IN (SELECT object FROM entries)")
            empty = [pack for (pack,) in connection.execute(_EMPTY_PACKS)]
            connection.executemany("DELETE FROM packs WHERE number = ?", ((pack,) for pack in empty))
        for pack in empty:
            path_of(self.folder, pack).unlink(missing_ok=True)
        return forgotten

    @property
    def _here(self) -> Connection:
        """The connection, in the process that opened it: SQLite's must not cross a fork."""
        if self._process != os.getpid():
            raise RuntimeError("The store was opened by another process; a child has to hand its work back to it.")
        return self._connection


_OLDEST_KEPT = """
SELECT coalesce(min(number), 0) FROM editions
WHERE number IN (SELECT number FROM editions ORDER BY number DESC LIMIT max(?, 1)) OR made >= ?
"""
# The newest pack is the one that is appended to; it stays.
_EMPTY_PACKS = """
SELECT number FROM packs
WHERE number < (SELECT max(number) FROM packs) AND number NOT IN (SELECT pack FROM objects)
"""
