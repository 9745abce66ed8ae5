"""Canaries: words that stand nowhere else, planted where they must not get out, and searched for in every byte."""

from __future__ import annotations

import gzip
import re
import secrets
import zlib
from base64 import b64encode
from collections.abc import Iterable
from string import ascii_lowercase

import brotli

MARK = "qzxvjkwqyv"
"""How every canary begins. Letters only, so that slugs, file names and escaping leave it as it is."""

CUT = "a word that is cut: "

_LENGTH = 8
_WORD = re.compile(f"{MARK}[a-z]{{{_LENGTH}}}".encode())
_SPACED = re.compile("\\0?".join(f"{MARK}").encode() + b"(?:\\0?[a-z]){%d}" % _LENGTH)


class Canaries:
    """The planted words: where each was planted, and which may be seen by all."""

    def __init__(self) -> None:
        self.planted: dict[str, str] = {}
        self.secrets: dict[bytes, str] = {}

    def plant(self, where: str) -> str:
        """A new word for this place."""
        word = MARK + "".join(secrets.choice(ascii_lowercase) for _ in range(_LENGTH))
        self.planted[word] = where
        return word

    def keep(self, where: str, secret: str) -> None:
        """Something that is secret as it is."""
        assert len(secret) > 12, where
        self.secrets[secret.encode()] = where

    def found_in(self, seen: bytes, *, told: str = "", known: Iterable[str] = ()) -> set[str]:
        """Where the words were planted that are seen here, however written. What was `told` to us is no leak."""
        words = {word for text in _readings(seen) for word in _words(text)}
        places = {self.planted.get(word, _unknown(word)) for word in words if word not in told.lower()}
        places |= {where for secret, where in self.secrets.items() if secret in seen}
        return places - set(known)


def _unknown(word: str) -> str:
    return f"{MARK} in another writing" if word == MARK else f"{CUT}{word}"


def _readings(seen: bytes) -> Iterable[bytes]:
    """The bytes as they are, and as they would be without what compresses them."""
    yield seen
    for unpack in (gzip.decompress, zlib.decompress, lambda data: zlib.decompress(data, -15), brotli.decompress):
        try:
            yield unpack(seen)
        except (OSError, EOFError, zlib.error, brotli.error):
            continue


def _words(text: bytes) -> Iterable[str]:
    lower = text.lower()
    for pattern in (_WORD, _SPACED):
        yield from (found.replace(b"\0", b"").decode() for found in pattern.findall(lower))
    for other in _ELSEWISE:
        if other in text:
            yield MARK


def _in_base64() -> Iterable[bytes]:
    """The mark as it stands in base64, wherever it begins, without the ends that depend on its neighbours."""
    for before in range(3):
        written = b64encode(b"\0" * before + MARK.encode())
        yield written[(0, 2, 3)[before] : len(written) // 4 * 4 - 4]


_ELSEWISE = (
    *_in_base64(),
    MARK.encode().hex().encode(),
    MARK.encode().hex().upper().encode(),
    "".join(f"%{ord(letter):02x}" for letter in MARK).encode(),
    "".join(f"&#{ord(letter)};" for letter in MARK).encode(),
    "".join(f"\\u{ord(letter):04x}" for letter in MARK).encode(),
    MARK[::-1].encode(),
)
