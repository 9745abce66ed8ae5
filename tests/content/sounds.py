"""Recordings for tests, made of the bytes that matter: each a second or so, and nothing to be heard."""

from __future__ import annotations

import struct
from typing import Any

from django.core.files.base import ContentFile

from communique.content.models import Recording, RecordingTrack

CAPTIONS = "WEBVTT\n\n1\n00:00.000 --> 00:01.000\nGas and grain.\n"


def mp3(seconds: int = 2, *, said: str = "") -> bytes:
    """MPEG 1 layer III, 32 kbit/s at 32 kHz: frames of 144 bytes, 36 ms each; an ID3 tag tells something."""
    tag = b"ID3\x04\0\0" + bytes([0, 0, 0, len(said.encode())]) + said.encode() if said else b""
    return tag + (b"\xff\xfb\x18\xc0" + bytes(140)) * round(seconds / 0.036)


def _box(name: bytes, *inner: bytes) -> bytes:
    within = b"".join(inner)
    return struct.pack(">I", len(within) + 8) + name + within


def mp4(seconds: int = 2, *, handler: bytes = b"soun", scale: int = 1000) -> bytes:
    """A movie header and one track; the media lies before them, as some programs write it."""
    head = bytes(12) + struct.pack(">II", scale, seconds * scale) + bytes(80)
    track = _box(b"trak", _box(b"mdia", _box(b"hdlr", bytes(8), handler, bytes(12))))
    return _box(b"ftyp", b"M4A \0\0\0\0") + _box(b"mdat", bytes(100)) + _box(b"moov", _box(b"mvhd", head), track)


def opus(seconds: int = 2) -> bytes:
    """Two pages: the head with its 312 samples to be skipped, and the last one with its position."""

    def page(position: int, packet: bytes) -> bytes:
        return b"OggS\0\0" + struct.pack("<qIII", position, 1, 0, 0) + bytes([1, len(packet)]) + packet

    head = b"OpusHead\x01\x02" + struct.pack("<HI", 312, 48000) + bytes(3)
    return page(0, head) + page(seconds * 48000 + 312, bytes(20))


def webm(seconds: float | None = 2) -> bytes:
    """A head and an Info with the length in milliseconds."""

    def element(name: str, within: bytes) -> bytes:
        return bytes.fromhex(name) + (0x1000_0000 | len(within)).to_bytes(4, "big") + within

    told = b"" if seconds is None else element("4489", struct.pack(">d", seconds * 1000))
    info = element("1549A966", element("2AD7B1", (1_000_000).to_bytes(3, "big")) + told)
    return element("1A45DFA3", element("4282", b"webm")) + element("18538067", info)


def recording(
    title: str = "Gas and grain", name: str = "talk.mp3", content: bytes | None = None, **fields: Any
) -> Recording:
    """One in the library."""
    told = {"language": "en", **fields}
    made = Recording(title=title, file=ContentFile(mp3() if content is None else content, name=name), **told)
    made.save()
    return made


def captioned(made: Recording, kind: str = "captions", text: str = CAPTIONS, language: str = "en") -> RecordingTrack:
    """Words that run along with it."""
    file = ContentFile(text.encode(), name="words.vtt")
    return RecordingTrack.objects.create(recording=made, kind=kind, language=language, file=file)
