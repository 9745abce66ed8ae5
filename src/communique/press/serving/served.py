"""What a reader has answered since it began: counted in memory, and kept in a small file of the store for each process.

Whoever watches the site adds them up. They are figures alone: no address, and nothing that says who asked.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import orjson

log = logging.getLogger("communique.reader")

FOLDER = "served"

EVERY = 5.0
"""Seconds from one note to the next; it is written where nothing was asked, too: so one sees that the reader lives."""

FORGOTTEN = 60.0
"""After so many seconds without a note, its process isn't there any more."""

CLASSES = range(1, 6)


@dataclass(frozen=True)
class Account:
    """What one process has answered: by the first digit of the status, and the bytes of bodies from the store."""

    process: str
    answers: dict[int, int]
    not_modified: int
    sent: int


class Served:
    """The counts of this process."""

    def __init__(self, store: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = store / FOLDER
        self._file = self._folder / f"{os.getpid()}.json"
        self._clock = clock
        self._due = clock()
        self._answers = [0] * (max(CLASSES) + 1)
        self._not_modified = 0
        self._sent = 0
        self._said = False

    def note(self, status: int, length: int) -> None:
        """One answer more, with so many bytes of a body."""
        self._answers[status // 100] += 1
        self._sent += length
        if status == 304:
            self._not_modified += 1

    @property
    def is_due(self) -> bool:
        """Whether it is time for the next note."""
        return self._clock() >= self._due

    def leave(self) -> None:
        """Write the note, whole or not at all. What can't be written is written at the next time."""
        self._due = self._clock() + EVERY
        answers = {str(kind): self._answers[kind] for kind in CLASSES}
        told = {"answers": answers, "not_modified": self._not_modified, "sent": self._sent}
        try:
            self._folder.mkdir(exist_ok=True)
            draft = self._file.with_suffix(".new")
            draft.write_bytes(orjson.dumps(told))
            draft.rename(self._file)
            self._said = False
        except OSError as error:
            if not self._said:
                log.warning("What this reader has answered can't be noted down: %s", error)
                self._said = True

    def end(self) -> None:
        """The process is about to go: take its note away."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)


def accounts(store: Path, now: float) -> Iterator[Account]:
    """Those of the processes that live; the notes of others are taken away."""
    for path in sorted((store / FOLDER).glob("*.json")):
        with suppress(OSError, orjson.JSONDecodeError, KeyError, TypeError):
            if path.stat().st_mtime < now - FORGOTTEN:
                path.unlink()
                continue
            told = orjson.loads(path.read_bytes())
            answers = {kind: int(told["answers"][str(kind)]) for kind in CLASSES}
            yield Account(path.stem, answers, int(told["not_modified"]), int(told["sent"]))
