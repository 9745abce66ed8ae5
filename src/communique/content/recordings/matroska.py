"""WebM (Matroska, RFC 9559): how long it lasts, by what its first part tells."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import IO

_HEAD = 1 << 20
_EBML, _DOCTYPE, _SEGMENT, _INFO = 0x1A45DFA3, 0x4282, 0x18538067, 0x1549A966
_SCALE, _DURATION = 0x2AD7B1, 0x4489
_NANOSECONDS = 1_000_000_000
_USUAL_SCALE = 1_000_000


def seconds(file: IO[bytes], size: int) -> float | None:
    """The length of a WebM; 0 if it doesn't tell, None for what is none."""
    file.seek(0)
    parts = dict(_elements(file.read(_HEAD)))
    if dict(_elements(parts.get(_EBML, b""))).get(_DOCTYPE, b"").rstrip(b"\0") != b"webm":
        return None
    told = dict(_elements(dict(_elements(parts.get(_SEGMENT, b""))).get(_INFO, b"")))
    scale = int.from_bytes(told.get(_SCALE, b""), "big") or _USUAL_SCALE
    return _number(told.get(_DURATION, b"")) * scale / _NANOSECONDS


def _elements(within: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements in some bytes; the last may be cut short, or tell no length (a stream)."""
    at = 0
    while at < len(within):
        name, at = _read(within, at, keep_marker=True)
        length, at = _read(within, at, keep_marker=False)
        if name <= 0:
            return
        end = len(within) if length < 0 else at + length
        yield name, within[at:end]
        at = end


def _read(within: bytes, at: int, *, keep_marker: bool) -> tuple[int, int]:
    """A number whose first byte tells how many there are, and where it ends; -1 for one that isn't known."""
    first = within[at] if at < len(within) else 0
    if not first:
        return -1, len(within)
    length = 9 - first.bit_length()
    value = int.from_bytes(within[at : at + length], "big")
    marker = 1 << 7 * length
    if not keep_marker:
        value = -1 if value == 2 * marker - 1 else value - marker
    return value, at + length


def _number(told: bytes) -> float:
    """A float of four or eight bytes; 0 for what is none."""
    if len(told) not in (4, 8):
        return 0
    (value,) = struct.unpack(">f" if len(told) == 4 else ">d", told)
    return float(value) if 0 < value < float("inf") else 0
