"""How large files are, as people say it."""

from __future__ import annotations

from decimal import Decimal

from communique.publishing.words import Say
from communique.text import numbers


def in_words(say: Say, size: int, language: str) -> str:
    """A number of bytes in a language: 340 kB, 1.2 MB."""
    if size < 1_000_000:
        return say("{number} kB", number=numbers.printed(Decimal(max(1, round(size / 1000))), language))
    return say("{number} MB", number=numbers.printed(Decimal(round(size / 100_000)) / 10, language))
