"""MP4 and M4A (ISO 14496-12): how long they last by their movie header, and whether one sees something in them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

_MOST = 16 << 20  # bytes of a movie's table of contents


def seconds_of_sound(file: IO[bytes], size: int) -> float | None:
    """The length of what one hears only; None for what is none, or has pictures that move."""
    length, handlers = _told(file, size)
    return length if b"soun" in handlers and b"vide" not in handlers else None


def seconds_of_film(file: IO[bytes], size: int) -> float | None:
    """The length of what one sees; None for what is none."""
    length, handlers = _told(file, size)
    return length if b"vide" in handlers else None


def _told(file: IO[bytes], size: int) -> tuple[float, set[bytes]]:
    """The length in seconds, and the kinds of tracks; nothing for what is no MP4."""
    for name, start, end in _boxes_of(file, size):
        if start == 8 and name != b"ftyp":
            break
        if name == b"moov" and end - start <= _MOST:
            file.seek(start)
            movie = file.read(end - start)
            return _length(movie), set(_handlers(movie))
    return 0, set()


def _boxes_of(file: IO[bytes], size: int) -> Iterator[tuple[bytes, int, int]]:
    """The boxes of a file: name, where what is in it begins, and where it ends."""
    at = 0
    while at + 8 <= size:
        file.seek(at)
        head = file.read(16)
        length, start = int.from_bytes(head[:4], "big"), at + 8
        if length == 1:
            length, start = int.from_bytes(head[8:16], "big"), at + 16
        elif length == 0:
            length = size - at
        if length < start - at or at + length > size:
            return
        yield head[4:8], start, at + length
        at += length


def _boxes(within: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(within):
        length = int.from_bytes(within[at : at + 4], "big")
        if length < 8 or at + length > len(within):
            return
        yield within[at + 4 : at + 8], within[at + 8 : at + length]
        at += length


def _length(movie: bytes) -> float:
    head = next((box for name, box in _boxes(movie) if name == b"mvhd"), b"")
    if len(head) < 32:
        return 0
    if head[0] == 1:
        scale, length = int.from_bytes(head[20:24], "big"), int.from_bytes(head[24:32], "big")
    else:
        scale, length = int.from_bytes(head[12:16], "big"), int.from_bytes(head[16:20], "big")
    return length / scale if scale else 0


def _handlers(movie: bytes) -> Iterator[bytes]:
    for name, track in _boxes(movie):
        for inner, media in _boxes(track) if name == b"trak" else ():
            for last, handler in _boxes(media) if inner == b"mdia" else ():
                if last == b"hdlr":
                    yield handler[8:12]
