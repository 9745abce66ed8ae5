"""PHP's serialised values: numbers, texts and lists. Objects are refused, since reading one can run code elsewhere."""

from __future__ import annotations

import re

DEEPEST = 24
MOST_VALUES = 200_000
_LOOKS = re.compile(r"(?:N;|[bid]:[^;]{1,40};|s:\d+:\"|a:\d+:\{|[OCE]:\d+:\")")
_NUMBER = re.compile(r"-?\d+")
_FLOAT = re.compile(r"[^;]{1,40}")

Value = None | bool | int | float | str | dict[int | str, "Value"]


class Unreadable(ValueError):
    """Not a serialised value that we read."""


def looks_serialised(text: str) -> bool:
    """Whether a text begins like a serialised value."""
    return bool(_LOOKS.match(text.strip()))


def read(text: str) -> Value:
    """The value of a serialised text. Lists and maps both are dicts, as they are in PHP. Raises Unreadable."""
    reader = _Reader(text.strip())
    value = reader.value(0)
    if reader.at != len(reader.data):
        raise Unreadable("Something follows the serialised value.")
    return value


class _Reader:
    """Works on bytes, because PHP counts bytes; a length that doesn't fit (CRLF made LF) is put right by its end."""

    def __init__(self, text: str) -> None:
        self.data = text.encode("utf-8", "surrogatepass")
        self.at = 0
        self.values = 0

    def value(self, depth: int) -> Value:
        self.values += 1
        if depth > DEEPEST or self.values > MOST_VALUES:
            raise Unreadable("The serialised value is too deep or too large.")
        kind = self.data[self.at : self.at + 2]
        self.at += 2
        if kind == b"N;":
            return None
        if kind == b"b:":
            return self._until(b";") == "1"
        if kind == b"i:":
            return self._integer(b";")
        if kind == b"d:":
            return self._float()
        if kind == b"s:":
            return self._text()
        if kind == b"a:":
            return self._array(depth)
        if kind in {b"O:", b"C:", b"E:", b"r:", b"R:"}:
            raise Unreadable("Serialised objects and references are not read.")
        raise Unreadable(f"No serialised value begins at byte {self.at - 2}.")

    def _until(self, end: bytes) -> str:
        stop = self.data.find(end, self.at, self.at + 64)
        if stop < 0:
            raise Unreadable(f"A value that begins at byte {self.at} doesn't end.")
        taken = self.data[self.at : stop].decode("ascii", "replace")
        self.at = stop + len(end)
        return taken

    def _integer(self, end: bytes) -> int:
        digits = self._until(end)
        if not _NUMBER.fullmatch(digits):
            raise Unreadable(f"{digits!r} is not a number.")
        return int(digits)

    def _float(self) -> float:
        written = self._until(b";")
        try:
            return float(written.replace("INF", "inf").replace("NAN", "nan"))
        except ValueError:
            raise Unreadable(f"{written!r} is not a number.") from None

    def _text(self) -> str:
        length = self._integer(b":")
        if self.data[self.at : self.at + 1] != b'"' or length < 0:
            raise Unreadable(f"A text that begins at byte {self.at} has no quotation mark.")
        start = self.at + 1
        end = start + length
        if self.data[end : end + 2] != b'";':
            end = self._mended_end(start, length)
        self.at = end + 2
        return self.data[start:end].decode("utf-8", "replace")

    def _mended_end(self, start: int, length: int) -> int:
        """The end of a text whose bytes were changed on the way: the first that fits near the length stated."""
        # Each CRLF made LF takes one byte, a re-encoding adds some: the end lies within a tenth on either side.
        slack = length // 10 + 64
        near = self.data.find(b'";', max(start, start + length - slack), start + length + slack)
        if near < 0:
            raise Unreadable(f"A text that begins at byte {start} doesn't end where it says.")
        return near

    def _array(self, depth: int) -> dict[int | str, Value]:
        count = self._integer(b":")
        if self.data[self.at : self.at + 1] != b"{" or not 0 <= count <= MOST_VALUES:
            raise Unreadable(f"A list that begins at byte {self.at} is broken.")
        self.at += 1
        read: dict[int | str, Value] = {}
        for _ in range(count):
            key = self.value(depth + 1)
            if not isinstance(key, int | str):
                raise Unreadable("A key of a list is neither a number nor a text.")
            read[key] = self.value(depth + 1)
        if self.data[self.at : self.at + 1] != b"}":
            raise Unreadable(f"A list doesn't end at byte {self.at}.")
        self.at += 1
        return read
