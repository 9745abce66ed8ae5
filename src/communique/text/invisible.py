"""Signs that can't be seen and change what can: those that turn the direction of writing, and control characters."""

from __future__ import annotations

import unicodedata

# UAX #9: marks, embeddings, overrides and isolates. ZWNJ and ZWJ stay: Urdu needs them.
_TURNING = dict.fromkeys([0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF, 0x00AD])


def without(text: str) -> str:
    """The text without them, on one line: "gpj.exe" in disguise reads as what it is."""
    seen = (" " if unicodedata.category(sign) == "Cc" else sign for sign in text.translate(_TURNING))
    return " ".join("".join(seen).split())
