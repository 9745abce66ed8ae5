"""How a document's file is called and described: its address that stays, and its size in words."""

from __future__ import annotations

from decimal import Decimal

from communique.publishing.words import Say
from communique.text import numbers


def file_address(page: str, kind: str) -> str:
    """Where the newest version of a document is to be had, whichever that is: below its page, by the page's name."""
    name = page.rstrip("/").rpartition("/")[2]
    return f"{page}{name}.{kind}"


def size_in_words(say: Say, size: int, language: str) -> str:
    """How large a file is, as people say it: 340 kB, 1.2 MB."""
    if size < 1_000_000:
        return say("{number} kB", number=numbers.printed(Decimal(max(1, round(size / 1000))), language))
    return say("{number} MB", number=numbers.printed(Decimal(round(size / 100_000)) / 10, language))
