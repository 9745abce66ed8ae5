"""Tallies: how often something was asked for, counted in memory and now and then left in small files.

Reading never waits for them, and they say nothing of who asked. All of it is bounded: how many names, how many files.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

import orjson

log = logging.getLogger("communique.reader")

EVERY = 30.0
"""Seconds from one file to the next."""

MOST_NAMES, MOST_FILES = 500, 20


class Tally:
    """What was counted since the last file, by name; the files stand in a folder of the store."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._due = clock() + EVERY
        self._counts: dict[str, int] = {}
        self._said = False

    def add(self, name: str) -> None:
        """Count it once more, unless there are too many names already."""
        if name in self._counts or len(self._counts) < MOST_NAMES:
            self._counts[name] = self._counts.get(name, 0) + 1

    @property
    def is_due(self) -> bool:
        """Whether it is time for the next file."""
        return bool(self._counts) and self._clock() >= self._due

    def leave(self) -> None:
        """Write what was counted into a file of its own, whole or not at all. What can't be written is forgotten."""
        counts, self._counts, self._due = self._counts, {}, self._clock() + EVERY
        if not counts:
            return
        try:
            self._folder.mkdir(exist_ok=True)
            if sum(1 for _ in self._folder.iterdir()) >= MOST_FILES:
                return  # nobody takes them in
            name = f"{time.time_ns()}-{os.getpid()}"
            draft = self._folder / f".{name}"
            draft.write_bytes(orjson.dumps(counts))
            draft.rename(self._folder / f"{name}.json")
        except OSError as error:
            if not self._said:
                log.warning("What readers ask for can't be counted in %s: %s", self._folder.name, error)
                self._said = True


def taken(folder: Path) -> list[dict[str, int]]:
    """What the readers left in a folder, each file once: it is gone when it has been read."""
    found = []
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        try:
            told = orjson.loads(path.read_bytes())
        except (OSError, orjson.JSONDecodeError):
            told = {}
        path.unlink(missing_ok=True)
        if isinstance(told, dict):
            found.append({str(name): int(count) for name, count in told.items() if isinstance(count, int)})
    return found
