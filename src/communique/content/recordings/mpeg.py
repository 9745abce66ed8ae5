"""MP3 (ISO 11172-3 and 13818-3, layer III): how long it lasts, by its first frame and what Xing or VBRI say there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import IO

_LOOKED_AT = 1 << 16  # bytes behind the tags; frames are at most 1,441 long
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_BITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


@dataclass(frozen=True)
class _Frame:
    samples: int
    rate: int
    bits: int  # in a second
    length: int  # bytes
    side: int  # bytes between the frame's head and what Xing would say


def seconds(file: IO[bytes], size: int) -> float | None:
    """The length of an MP3; None for what is none."""
    begins = _tags(file)
    file.seek(begins)
    head = file.read(_LOOKED_AT)
    at = next((at for at in range(len(head) - 4) if head[at] == 0xFF and _holds(head, at)), None)
    frame = _frame(head[at : at + 4]) if at is not None else None
    if at is None or frame is None:
        return None
    frames = _counted(head[at : at + frame.length], frame)
    if frames:
        return frames * frame.samples / frame.rate
    return (size - begins - at) * 8 / frame.bits


def _tags(file: IO[bytes]) -> int:
    """Where an ID3v2 tag ends (its length is in bytes of seven bits); 0 without one."""
    file.seek(0)
    head = file.read(10)
    if not head.startswith(b"ID3") or len(head) < 10:
        return 0
    length = 0
    for byte in head[6:10]:
        length = length << 7 | byte & 0x7F
    return 10 + length


def _holds(head: bytes, at: int) -> bool:
    """Whether a frame begins here, and another one where it ends: two bytes alone may be chance."""
    frame = _frame(head[at : at + 4])
    if frame is None:
        return False
    behind = at + frame.length
    return behind + 4 > len(head) or _frame(head[behind : behind + 4]) is not None


def _frame(head: bytes) -> _Frame | None:
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    bits, rate, padding, mono = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1, head[3] >> 6 == 3
    if version == 1 or layer != 1 or bits in (0, 15) or rate == 3:
        return None
    first = version == 3
    per_second, rates = _BITS[first][bits] * 1000, _RATES[version][rate]
    samples = 1152 if first else 576
    side = (17 if mono else 32) if first else (9 if mono else 17)
    return _Frame(samples, rates, per_second, samples // 8 * per_second // rates + padding, side)


def _counted(body: bytes, frame: _Frame) -> int:
    """How many frames there are, as the first one tells; 0 if it doesn't."""
    at = 4 + frame.side
    if body[at : at + 4] in (b"Xing", b"Info") and body[at + 7 : at + 8] and body[at + 7] & 1:
        return int.from_bytes(body[at + 8 : at + 12], "big")
    if body[36:40] == b"VBRI":
        return int.from_bytes(body[50:54], "big")
    return 0
