"""Answers as they go over the line (RFC 9112)."""

from __future__ import annotations

import logging
import time
from email.utils import formatdate
from functools import lru_cache
from http import HTTPStatus

from ..headers import Headers

log = logging.getLogger("communique.reader")

SERVER = "communique"


def head_of(status: int, headers: Headers) -> bytes:
    """All of an answer's head but the date, up to the empty line. A header that can't be sent is left out."""
    lines = [_line(name, value) for name, value in headers]
    return f"HTTP/1.1 {status} {_phrase(status)}\r\nserver: {SERVER}\r\n{''.join(lines)}".encode()


class Dates:
    """The date of an answer, written once a second; it ends the head."""

    def __init__(self) -> None:
        self._second = 0
        self._line = b""

    def line(self) -> bytes:
        """The line of now, and the empty one after it."""
        second = int(time.time())
        if second != self._second:
            self._second = second
            self._line = f"date: {formatdate(second, usegmt=True)}\r\n\r\n".encode()
        return self._line


@lru_cache(maxsize=4096)  # most are the same from answer to answer
def _line(name: str, value: str) -> str:
    if value.isascii() and value.isprintable():
        return f"{name}: {value}\r\n"
    log.error("The header %s was left out: %r can't be sent.", name, value)
    return ""


@lru_cache(maxsize=64)
def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""
