"""Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis: how long it lasts, by the position that its last page tells."""

from __future__ import annotations

from typing import IO

_END = 1 << 17  # bytes; a page has at most 65,307
_OPUS_RATE = 48_000
_UNKNOWN = -1


def seconds(file: IO[bytes], size: int) -> float | None:
    """The length of a sound in Ogg; None for what is none."""
    file.seek(0)
    head = file.read(4096)
    if not head.startswith(b"OggS") or len(head) < 28:
        return None
    first = head[27 + head[26] :]
    if first.startswith(b"OpusHead"):
        rate, skipped = _OPUS_RATE, int.from_bytes(first[10:12], "little")
    elif first.startswith(b"\x01vorbis"):
        rate, skipped = int.from_bytes(first[12:16], "little"), 0
    else:
        return None
    file.seek(max(0, size - _END))
    last = _last_position(file.read(_END))
    return (last - skipped) / rate if rate else None


def _last_position(end: bytes) -> int:
    """The position of the last page on which something ends."""
    at = len(end)
    while (at := end.rfind(b"OggS", 0, at)) >= 0:
        position = int.from_bytes(end[at + 6 : at + 14], "little", signed=True)
        if position != _UNKNOWN:
            return position
    return 0
