"""Slugs: the readable end of an address, in the title's own script."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from urllib.parse import unquote_to_bytes

LONGEST = 255

_ENCODED = re.compile(r"%[0-9A-Fa-f]{2}")
_SEPARATORS = re.compile(r"[^\w]+|-+")
# Apostrophes join what they stand between: "Iran's" is "irans", not "iran-s". The last is Arabic's stretching stroke.
_JOINERS = dict.fromkeys(map(ord, "'’ʼ‘`\u00ad\u0640"))


def slug(text: str, *, fallback: str = "", longest: int = LONGEST) -> str:
    """`text` as a slug: lower case, its own letters and digits, hyphens between; `fallback` if nothing is left.

    Only word characters in Django's sense remain. Vowel marks fall out, as they do where people type addresses.
    """
    plain = unicodedata.normalize("NFKC", decoded(text)).lower().translate(_JOINERS)
    letters = "".join(
        sign for sign in unicodedata.normalize("NFC", plain) if not unicodedata.category(sign).startswith("M")
    )
    return _shortened(_SEPARATORS.sub("-", letters).strip("-_"), longest) or fallback


def decoded(text: str) -> str:
    """A percent-encoded slug as it reads; anything else, and broken encodings, as they are."""
    if " " in text or not _ENCODED.search(text):
        return text
    try:
        return unquote_to_bytes(text).decode("utf-8")
    except UnicodeDecodeError:
        return text


def free(wished: str, taken: Container[str], *, longest: int = LONGEST) -> str:
    """The slug wished for, or with the lowest number from 2 that is not taken: "gas", "gas-2", "gas-3"."""
    if wished not in taken:
        return wished
    number = 2
    while (numbered := f"{_shortened(wished, longest - len(f'-{number}'))}-{number}") in taken:
        number += 1
    return numbered


def _shortened(slug: str, longest: int) -> str:
    """No longer than allowed, ended between two words where a word ends in the last third."""
    if len(slug) <= longest:
        return slug
    cut = slug[:longest]
    if slug[longest] == "-":
        return cut.rstrip("-_")
    word_end = cut.rfind("-")
    return (cut[:word_end] if word_end > longest * 2 // 3 else cut).rstrip("-_")
