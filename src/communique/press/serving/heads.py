"""What stands before a request's body, where it is as nearly all are: a first line, and headers one to a line.

Read here is only what every parser reads alike (RFC 9112, 3 to 6): nothing folded, nothing unprintable, no body, no
other protocol. The rest is left to aiohttp's parser. What a browser says of itself is the same from page to page, so
what was read is kept for a while.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .encodings import Preference, preference

LONGEST_KEPT = 2_048
MOST_KEPT = 2_048

_LINE = re.compile(rb"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([\t\x20-\x7e\x80-\xff]*)")
_TARGET = re.compile(rb"/[\x21-\x7e]*")
_ELSEWHERE = {"content-length", "transfer-encoding", "upgrade", "expect", "trailer"}
_CONDITIONS = {"if-match", "if-none-match", "if-modified-since", "if-unmodified-since", "if-range", "range"}


class Head:
    """A request's headers."""

    __slots__ = ("_values", "is_bare", "preference")

    def __init__(self, values: dict[str, list[str]]) -> None:
        self._values = values
        self.is_bare = _CONDITIONS.isdisjoint(values)  # nothing that could make another answer than the whole page
        self.preference: Preference = preference(self.get("accept-encoding"))

    def get(self, name: str, default: str | None = None) -> str | None:
        """The first value of a header, by its name in lower case."""
        values = self._values.get(name)
        return values[0] if values else default

    def get_all(self, name: str) -> list[str]:
        """All values of a header, by its name in lower case."""
        return self._values.get(name, [])


def read(block: bytes) -> Head | None:
    """The headers between a first line and the empty one; None where they are for another parser to read."""
    return _kept(block) if len(block) <= LONGEST_KEPT else _read(block)


def asked(first: bytes) -> tuple[str, str] | None:
    """Method and target of a first line, for a GET or HEAD of a path; None for any other."""
    parts = first.split(b" ")
    if len(parts) != 3 or parts[0] not in (b"GET", b"HEAD") or parts[2] != b"HTTP/1.1":
        return None
    return (parts[0].decode(), parts[1].decode()) if _TARGET.fullmatch(parts[1]) else None


def _read(block: bytes) -> Head | None:
    values: dict[str, list[str]] = {}
    for line in block.split(b"\r\n"):
        found = _LINE.fullmatch(line)
        if found is None:
            return None
        name, value = found.groups()
        values.setdefault(name.decode().lower(), []).append(value.decode("latin-1").rstrip(" \t"))
    if len(values.get("host", ())) != 1 or not _ELSEWHERE.isdisjoint(values):
        return None
    if any(value.lower() != "keep-alive" for value in values.get("connection", ())):
        return None
    return Head(values)


_kept = lru_cache(maxsize=MOST_KEPT)(_read)
