"""One writer to a store: the lock, and whose it is."""

from __future__ import annotations

import fcntl
import os
import socket
import weakref
from pathlib import Path


class StoreIsHeld(RuntimeError):
    """Another press writes to this store."""


class WriterLock:
    """An exclusive lock on a file that names its holder. It falls with its process, however that ends."""

    def __init__(self, path: Path, writer: str) -> None:
        self._path = path
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.pread(self._file, 400, 0).decode(errors="replace").strip()
            os.close(self._file)
            raise StoreIsHeld(
                f"The store in {path.parent} is being written to by {holder or 'another press'}; stop that one first."
            ) from error
        name = f"{writer}, process {os.getpid()} on {socket.gethostname()}\n"
        os.ftruncate(self._file, 0)
        os.pwrite(self._file, name.encode(), 0)
        _held.add(self)

    def release(self) -> None:
        """Let the next writer in."""
        if self._file >= 0:
            fcntl.flock(self._file, fcntl.LOCK_UN)
            self.let_go()

    def let_go(self) -> None:
        """Close the file alone. The lock stays as long as another process, forked from here, has it open."""
        os.close(self._file)
        self._file = -1
        _held.discard(self)


_held: weakref.WeakSet[WriterLock] = weakref.WeakSet()


def _let_go_in_a_child() -> None:
    """A forked child shares the lock; holding on, it would keep the store locked after its parent's death."""
    for lock in list(_held):
        lock.let_go()


os.register_at_fork(after_in_child=_let_go_in_a_child)
