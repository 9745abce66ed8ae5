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

_LINES = rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+:[\t\x20-\x7e\x80-\xff]*"
_SOUND = re.compile(_LINES + rb"(?:\r\n" + _LINES + rb")*")
_CONDITIONS = (b"if-match", b"if-none-match", b"if-modified-since", b"if-unmodified-since", b"if-range", b"range")
_ELSEWHERE = (b"content-length", b"transfer-encoding", b"upgrade", b"expect", b"trailer")
_TELLING = re.compile(
    rb"\r\n(" + b"|".join((b"host", b"connection", b"accept-encoding", *_CONDITIONS, *_ELSEWHERE)) + rb"):([^\r]*)"
)
_TARGET = re.compile(rb"/[\x21-\x7e]*")


class Head:
    """A request's headers; all but the telling ones are read when somebody asks for one."""

    __slots__ = ("_block", "_values", "is_bare", "preference")

    def __init__(self, block: bytes, accept_encoding: str | None, *, is_bare: bool) -> None:
        self._block = block
        self._values: dict[str, list[str]] | None = None
        self.is_bare = is_bare  # nothing that could make another answer than the whole page
        self.preference: Preference = preference(accept_encoding)

    def get(self, name: str, default: str | None = None) -> str | None:
        """The first value of a header, by its name in lower case."""
        values = self.get_all(name)
        return values[0] if values else default

    def get_all(self, name: str) -> list[str]:
        """All values of a header, by its name in lower case."""
        if self._values is None:
            self._values = {}
            for line in self._block.decode("latin-1").split("\r\n"):
                known, _, value = line.partition(":")
                self._values.setdefault(known.lower(), []).append(value.strip(" \t"))
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
    if _SOUND.fullmatch(block) is None:
        return None
    hosts, bare, accept_encoding = 0, True, None
    for name, value in _TELLING.findall(b"\r\n" + block.lower()):
        if name == b"host":
            hosts += 1
        elif name == b"accept-encoding":
            accept_encoding = accept_encoding or value.strip(b" \t").decode("latin-1")
        elif name in _CONDITIONS:
            bare = False
        elif name != b"connection" or value.strip(b" \t") != b"keep-alive":
            return None
    return Head(block, accept_encoding, is_bare=bare) if hosts == 1 else None


_kept = lru_cache(maxsize=MOST_KEPT)(_read)
