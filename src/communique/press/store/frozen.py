"""A store on a disk that takes nothing any more: it is full, or the system has made it read-only.

SQLite writes even to read, once: the index of its log. So the store's file and its log are read in a copy in memory.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from ..sqlite import Connection, connect
from .layout import FILE, is_laid_out, refuse_newer

MEMORY = Path("/dev/shm")  # a folder of our own is made in it


@contextmanager
def thawed(folder: Path) -> Iterator[Connection | None]:
    """A copy of a store that nobody writes to; None where nothing was ever printed. Raises OSError."""
    with TemporaryDirectory(prefix="communique-store-", dir=MEMORY if MEMORY.is_dir() else None) as place:
        for file in (FILE, f"{FILE}-wal"):
            if (folder / file).exists():
                shutil.copyfile(folder / file, Path(place) / file)
        with closing(connect(Path(place) / FILE)) as connection:
            if is_laid_out(connection):
                refuse_newer(connection, folder)
                yield connection
            else:
                yield None
