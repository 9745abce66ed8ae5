"""Signals as harbours give them, as MP3 files: a horn, short and long, and a bell. Nobody's recording, and very small.

A frame of MPEG 1 layer III says how strong each of 576 bands of pitch is. A tone is one band and nothing else, so that
no encoder is needed: the bits of a frame can be written down.
"""

from __future__ import annotations

from collections.abc import Iterator

HEAD = 0xFFFB18C0
"""MPEG 1, layer III, 32 kbit in a second at 32 kHz, one channel: frames of 144 bytes, each two granules of 18 ms."""

FRAME = 144
GRANULE = 0.018

BANDS = {"horn": 8, "bell": 32}
"""Of some 28 Hz each: 236 Hz, and 903 Hz."""

LOUD = 200
FADING = 4
"""A bell loses a step of a decibel and a half in so many granules."""


def mp3(score: str) -> bytes:
    """The sound of a score: voices with their lengths in seconds, as "horn 5, rest 2, horn 1"."""
    strokes = [one.split() for one in score.split(",")]
    granules = [one for voice, seconds in strokes for one in _granules(voice, round(float(seconds) / GRANULE))]
    granules += [_granule(0, 0, 0)] * (len(granules) % 2)
    return b"".join(_frame(*granules[at : at + 2]) for at in range(0, len(granules), 2))


Granule = tuple[str, str]
"""What the head of a frame says of it, and what it holds itself; both in bits."""


def _granules(voice: str, count: int) -> Iterator[Granule]:
    for at in range(count):
        if voice == "rest":
            yield _granule(0, 0, 0)
        else:
            fading = at // FADING if voice == "bell" else 0
            # So that one granule goes on where the one before ended: a wave turns by a quarter and a half of its band.
            yield _granule(BANDS[voice], max(0, LOUD - fading), (at + 1) // 2 % 2)


def _granule(band: int, gain: int, negative: int) -> Granule:
    """One tone, or nothing at all; the first of Huffman's tables says 1 for a pair of nothing."""
    pairs = band // 2 + 1 if gain else 0
    held = "1" * (pairs - 1) + f"01{negative}" if pairs else ""
    told = f"{len(held):012b}{pairs:09b}{gain:08b}" + "0000" + "0" + "00001" * 3 + "0000" + "000" + "000"
    return told, held


def _frame(first: Granule, second: Granule) -> bytes:
    side = "0" * 18 + first[0] + second[0]
    bits = f"{HEAD:032b}{side}{first[1]}{second[1]}".ljust(FRAME * 8, "0")
    return int(bits, 2).to_bytes(FRAME, "big")
