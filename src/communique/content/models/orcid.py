"""ORCID iDs: how one is written, and whether its check sign is right (ISO 7064, MOD 11-2)."""

from __future__ import annotations

import re

_FORM = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]")


def as_stored(written: str) -> str:
    """Without the address before it: "https://orcid.org/0000-…" is "0000-…"."""
    return written.strip().rstrip("/").rpartition("/")[2].upper()


def is_orcid(stored: str) -> bool:
    """Whether the last sign agrees with the others."""
    if not _FORM.fullmatch(stored):
        return False
    digits, check = stored.replace("-", "")[:-1], stored[-1]
    total = 0
    for digit in digits:
        total = (total + int(digit)) * 2
    expected = (12 - total % 11) % 11
    return check == ("X" if expected == 10 else str(expected))
