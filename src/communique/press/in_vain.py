"""What printed pages asked for and didn't get: read in the ledger by others, while the press goes on writing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any

import orjson

from . import sqlite
from .inquiry import NOTHING
from .questions import Question

LEDGER = "ledger.sqlite3"


def asked(folder: Path, question: Question[..., Any], *, in_vain: bool = True) -> list[tuple[Any, ...]]:
    """The arguments that a question was asked with, as of the last edition; `in_vain` only where it found nothing.

    An empty list where nothing has been printed yet, or the ledger is just being replaced.
    """
    path = folder / LEDGER
    if not path.exists():
        return []
    sql = "SELECT args FROM question WHERE name=?" + (" AND digest=?" if in_vain else "")
    try:
        with closing(sqlite.connect(path, read_only=True)) as ledger:
            rows = ledger.execute(sql, (question.name, NOTHING) if in_vain else (question.name,)).fetchall()
    except sqlite.BusyError:
        return []
    return [tuple(orjson.loads(args)) for (args,) in rows]


def stamp(folder: Path) -> tuple[tuple[int, int, int], ...]:
    """Another one means that the ledger may say something new."""
    found = []
    for path in (folder / LEDGER, folder / f"{LEDGER}-wal"):
        try:
            told = path.stat()
        except FileNotFoundError:
            continue
        found.append((told.st_ino, told.st_mtime_ns, told.st_size))
    return tuple(found)
