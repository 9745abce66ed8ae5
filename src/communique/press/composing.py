"""How a page is kept so that it can be sent by joining bytes: segments pressed once, fragments between them.

The text between two includes is compressed once, as raw deflate ended by a full flush. Such segments refer to nothing
outside themselves, so they can stand one after the other in any page. A composed gzip page is a header, the segments of
the page and of its fragments, an empty last block, and the check sum of the whole, which follows from those of its
parts. Where fragments stand is kept beside the text and never in it, so no text can be an instruction.

A record, as it lies in a pack, is the length of its heading (4 bytes), the heading (JSON), and the segments.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, TypeAlias

import brotli  # type: ignore[import-untyped]  # it comes without types
import orjson
from isal import isal_zlib

from .objects import Include, Printed

Bytes: TypeAlias = bytes | memoryview

GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
LAST_BLOCK = b"\x03\x00"
DEEPEST = 8  # fragments in fragments in fragments; more is a mistake

_DEFLATE_LEVEL = 3  # isal's best: within 2 % of zlib 6 in a ninth of its time
_BROTLI_QUALITY = 5
_BROTLI_LONGEST = 128 * 1024  # feeds with whole texts and site maps would keep every publication waiting for it
_HEADING_SIZE = struct.Struct(">I")
_TEXT_LIKE = ("json", "xml", "javascript", "svg", "wasm", "calendar", "x-bibtex", "x-research-info-systems", "manifest")


@dataclass(frozen=True, slots=True)
class Segment:
    """Text between two includes, as it is kept; `crc` and `length` are those of the text itself."""

    stored: Bytes
    length: int
    crc: int


@dataclass(frozen=True, slots=True)
class Impression:
    """One body as it lies in the store: its segments, and the addresses of the fragments between them, in order."""

    parts: tuple[Segment | str, ...]
    pressed: bool  # segments are deflate; otherwise the media type is compressed by nature and they are plain
    brotli: Bytes | None = None

    @property
    def includes(self) -> tuple[str, ...]:
        """The addresses of the fragments that stand in it."""
        return tuple(part for part in self.parts if isinstance(part, str))


@dataclass(frozen=True, slots=True)
class Composition:
    """A body with its fragments in their places; all that is needed to send it in any encoding."""

    segments: tuple[Segment, ...]
    pressed: bool
    fragments: tuple[str, ...]  # all that it looked for, found or not, in order of appearance
    rings: tuple[str, ...]  # fragments left out because they stand in themselves, or too deep
    length: int
    crc: int
    brotli: Bytes | None  # where it stands alone

    def gzip(self) -> list[Bytes]:
        """The pieces of the gzip body, to be joined."""
        pieces: list[Bytes] = [GZIP_HEAD]
        pieces += [segment.stored for segment in self.segments]
        pieces.append(LAST_BLOCK + struct.pack("<II", self.crc, self.length & 0xFFFFFFFF))
        return pieces

    def plain(self) -> list[Bytes]:
        """The pieces of the body as it was written, to be joined."""
        if not self.pressed:
            return [segment.stored for segment in self.segments]
        return [inflated(segment) for segment in self.segments]


def takes_pressing(media_type: str) -> bool:
    """Whether compressing would make it smaller: text does, pictures and fonts are compressed already."""
    kind = media_type.partition(";")[0].strip().lower()
    return kind.startswith("text/") or any(word in kind for word in _TEXT_LIKE)


def name_of(printed: Printed) -> bytes:
    """The hash that names the object: over the text and the places of its fragments, whatever compresses it."""
    digest = sha256(b"pressed" if takes_pressing(printed.media_type) else b"plain")
    for part in _merged(printed.body):
        kind, content = (b"i", part.fragment.encode()) if isinstance(part, Include) else (b"t", part)
        digest.update(kind + len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.digest()


def record_of(printed: Printed) -> bytes:
    """The record of a printed body, as it is appended to a pack."""
    return b"".join(pieces_of(printed))


def pieces_of(printed: Printed) -> tuple[bytes, ...]:
    """The same in pieces, to be written one after the other: what isn't pressed is not copied."""
    pressed = takes_pressing(printed.media_type)
    places: list[Any] = []
    stored: list[bytes] = []
    for part in _merged(printed.body):
        if isinstance(part, Include):
            places.append(part.fragment)
            continue
        content = _deflated(part) if pressed else part
        places.append([len(content), len(part), isal_zlib.crc32(part)])
        stored.append(content)
    whole = _brotli(printed, stored) if pressed else b""
    heading = orjson.dumps({"pressed": pressed, "parts": places, "brotli": len(whole)})
    return (_HEADING_SIZE.pack(len(heading)), heading, *stored, whole)


def impression_of(record: Bytes) -> Impression:
    """What a record holds. Segments are views into it: nothing is copied."""
    view = memoryview(record)
    (size,) = _HEADING_SIZE.unpack_from(view)
    position = _HEADING_SIZE.size + size
    heading = orjson.loads(view[_HEADING_SIZE.size : position])
    parts: list[Segment | str] = []
    for place in heading["parts"]:
        if isinstance(place, str):
            parts.append(place)
            continue
        stored, length, crc = place
        parts.append(Segment(view[position : position + stored], length, crc))
        position += stored
    whole = view[position : position + heading["brotli"]] if heading["brotli"] else None
    return Impression(tuple(parts), heading["pressed"], whole)


def compose(impression: Impression, find: Callable[[str], Impression | None]) -> Composition:
    """Put the fragments into their places; `find` answers the fragment of an address, None where there is none.

    A missing fragment is empty. One that stands in itself, or deeper than eight others, is left out and named in
    `rings`.
    """
    segments: list[Segment] = []
    fragments: dict[str, None] = {}
    rings: list[str] = []
    above: list[str] = []

    def lay(body: Impression) -> None:
        for part in body.parts:
            if isinstance(part, Segment):
                segments.append(part)
            elif part in above or len(above) >= DEEPEST:
                rings.append(part)
            else:
                fragments[part] = None
                found = find(part)
                if found is not None and found.pressed == impression.pressed:
                    above.append(part)
                    lay(found)
                    above.pop()

    lay(impression)
    length, crc = _sum(segments)
    return Composition(
        tuple(segments), impression.pressed, tuple(fragments), tuple(rings), length, crc, impression.brotli
    )


def inflated(segment: Segment) -> bytes:
    """The text of a pressed segment."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(segment.stored)


def loose(text: bytes) -> Impression:
    """A body that comes from elsewhere than the store, to stand among those that do."""
    return Impression((Segment(_deflated(text), len(text), isal_zlib.crc32(text)),), True)


def parts_of(impression: Impression) -> tuple[bytes | Include, ...]:
    """The body as it was printed, includes in their places."""
    return tuple(
        Include(part) if isinstance(part, str) else inflated(part) if impression.pressed else bytes(part.stored)
        for part in impression.parts
    )


def _merged(body: tuple[bytes | Include, ...]) -> list[bytes | Include]:
    """The same body with neighbouring texts joined and empty ones left out, so that one text has one name."""
    merged: list[bytes | Include] = []
    for part in body:
        if isinstance(part, bytes) and merged and isinstance(merged[-1], bytes):
            merged[-1] += part
        elif part:
            merged.append(part)
    return merged


def _deflated(text: bytes) -> bytes:
    deflate = isal_zlib.compressobj(_DEFLATE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    pressed: bytes = deflate.compress(text) + deflate.flush(zlib.Z_FULL_FLUSH)
    return pressed


def _brotli(printed: Printed, stored: list[bytes]) -> bytes:
    """The whole body as brotli, kept only where it stands alone and brotli is the smaller."""
    if any(isinstance(part, Include) for part in printed.body):
        return b""
    text = b"".join(part for part in printed.body if isinstance(part, bytes))
    if not text or len(text) > _BROTLI_LONGEST:
        return b""
    whole: bytes = brotli.compress(text, quality=_BROTLI_QUALITY)
    return whole if len(whole) < sum(map(len, stored)) else b""


def _sum(segments: list[Segment]) -> tuple[int, int]:
    length = crc = 0
    for segment in segments:
        crc = isal_zlib.crc32_combine(crc, segment.crc, segment.length)
        length += segment.length
    return length, crc
