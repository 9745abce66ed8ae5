"""Being told that something was written into the store, by Linux's inotify(7)."""

from __future__ import annotations

import asyncio
import ctypes
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

_MODIFY = 0x2  # IN_MODIFY of <sys/inotify.h>
_TOLD = 65_536  # bytes of events that are read at once


class Watch:
    """Calls `told` when a file was written to. Where the system can't tell, `works` is false and nobody is told.

    For use within a running loop. The file may not be there yet, or be another one later: `renew` looks for it again.
    """

    def __init__(self, file: Path, told: Callable[[], None]) -> None:
        self._file = os.fsencode(file)
        self._told = told
        self._loop = asyncio.get_running_loop()
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._door: int = -1
        with suppress(AttributeError):  # not Linux
            self._door = self._libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC)
        if self.works:
            self._loop.add_reader(self._door, self._hear)
        self.renew()

    @property
    def works(self) -> bool:
        """Whether the system tells."""
        return self._door >= 0

    def renew(self) -> None:
        """Watch the file that now has this name; nothing changes where it is the same."""
        if self.works:
            self._libc.inotify_add_watch(self._door, self._file, _MODIFY)

    def close(self) -> None:
        """Watch no longer."""
        if self.works:
            self._loop.remove_reader(self._door)
            os.close(self._door)
            self._door = -1

    def _hear(self) -> None:
        with suppress(BlockingIOError):
            os.read(self._door, _TOLD)
        self._told()
