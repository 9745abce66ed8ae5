"""Range requests (RFC 9110, section 14): one stretch of bytes at a time."""

from __future__ import annotations

import re
from typing import NamedTuple

_ONE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*", re.IGNORECASE)


class Stretch(NamedTuple):
    """Bytes from `start` up to, and without, `end`."""

    start: int
    end: int


class Unsatisfiable(ValueError):
    """A range that begins behind the end."""


def stretch(header: str, length: int) -> Stretch | None:
    """The bytes that a Range header asks for; None for what is not understood or asks for several stretches.

    Raises Unsatisfiable.
    """
    asked = _ONE.fullmatch(header.strip())
    if asked is None:
        return None
    first, last = asked.groups()
    if first:
        start, end = int(first), min(int(last) + 1, length) if last else length
        if last and int(last) < int(first):
            return None
    elif last:
        start, end = max(length - int(last), 0), length
    else:
        return None
    if start >= end:
        raise Unsatisfiable(header)
    return Stretch(start, end)
