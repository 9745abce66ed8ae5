"""What readers asked for in vain: counted in memory, and now and then left in small files for the worker to take in.

Only paths that a person may have followed are counted: no queries, which may hold secrets, and nothing that says who
asked. All of it is bounded: how many paths, how long, how many files.
"""

from __future__ import annotations

import logging
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import orjson

log = logging.getLogger("communique.reader")

FOLDER = "missed"
EVERY = 30.0
"""Seconds from one file to the next."""

MOST_PATHS, MOST_FILES = 500, 20
LONGEST = 200

# Long parts without a word's shape may be keys; what has an @ is somebody's address; machines ask for programs.
_SECRET = re.compile(r"[^/\-\s]{40,}|[0-9a-fA-F]{24,}|@|(?=[^/-]*\d)(?=[^/-]*[A-Za-z])[A-Za-z0-9_=+]{24,}")
_MACHINES = re.compile(
    r"\.(?:php\d?|aspx?|jsp|cgi|env|git|ini|sql|bak|ya?ml|zip|t?gz|exe|map|json)\b|/\.|//|^/(?:cgi-bin|wp-)"
)


class Misses:
    """The paths asked for in vain since the last file, with how often."""

    def __init__(self, store: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = store / FOLDER
        self._clock = clock
        self._due = clock() + EVERY
        self._counts: dict[str, int] = {}
        self._said = False

    def note(self, path: str, accept: str | None) -> None:
        """Count a path if a person may have asked for it: with a browser, which takes pages by name."""
        if "text/html" not in (accept or "") or not is_kept(path):
            return
        path = normalize("NFC", path)
        if path in self._counts or len(self._counts) < MOST_PATHS:
            self._counts[path] = self._counts.get(path, 0) + 1

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
                log.warning("What readers ask for in vain can't be kept: %s", error)
                self._said = True


def is_kept(path: str) -> bool:
    """Whether a path may be kept: short, readable, without what could be a secret, and none that machines try."""
    return (
        len(path) <= LONGEST
        and path.startswith("/")
        and path.isprintable()
        and not path.startswith(("/-/", "/desk/", "/_/"))
        and not _SECRET.search(path)
        and not _MACHINES.search(path)
    )


def taken(store: Path) -> list[dict[str, int]]:
    """What the readers left, each file once: it is gone when it has been read."""
    folder = store / FOLDER
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
