"""What readers asked for in vain: counted in memory, and now and then left in small files for the worker to take in.

Only paths that a person may have followed are counted: no queries, which may hold secrets, and nothing that says who
asked. All of it is bounded: how many paths, how long, how many files.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

from .tallies import Tally
from .tallies import taken as left

FOLDER = "missed"
LONGEST = 200

# Long parts without a word's shape may be keys; what has an @ is somebody's address; machines ask for programs.
_SECRET = re.compile(r"[^/\-\s]{40,}|[0-9a-fA-F]{24,}|@|(?=[^/-]*\d)(?=[^/-]*[A-Za-z])[A-Za-z0-9_=+]{24,}")
_MACHINES = re.compile(
    r"\.(?:php\d?|aspx?|jsp|cgi|env|git|ini|sql|bak|ya?ml|zip|t?gz|exe|map|json)\b|/\.|//|^/(?:cgi-bin|wp-)"
)


class Misses:
    """The paths asked for in vain since the last file, with how often."""

    def __init__(self, store: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._tally = Tally(store / FOLDER, clock)

    def note(self, path: str, accept: str | None) -> None:
        """Count a path if a person may have asked for it: with a browser, which takes pages by name."""
        if "text/html" in (accept or "") and is_kept(path):
            self._tally.add(normalize("NFC", path))

    @property
    def is_due(self) -> bool:
        """Whether it is time for the next file."""
        return self._tally.is_due

    def leave(self) -> None:
        """Leave it for the worker."""
        self._tally.leave()


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
    """What the readers left, each file once."""
    return left(store / FOLDER)
