"""ISBNs, which name books and reports: how one is written, and whether its check digit is right (ISO 2108).

Thirteen digits weighed one and three in turn add up to a multiple of ten; ten signs, of before 2007, weighed ten to
one to a multiple of eleven, the last of which may be X for ten. Hyphens between the parts are for the eye.
"""

from __future__ import annotations

import re

_THIRTEEN = re.compile(r"97[89][0-9]{10}")
_TEN = re.compile(r"[0-9]{9}[0-9X]")
_X = 10


def as_stored(written: str) -> str:
    """As it is printed, with one hyphen where there was any dash or space: "ISBN 978 3–16" is "978-3-16"."""
    bare = re.sub(r"^ISBN(?:-1[03])?:?\s*", "", written.strip(), flags=re.IGNORECASE)
    return re.sub(r"[\s\u2010-\u2015-]+", "-", bare).upper()


def signs(stored: str) -> str:
    """Its digits alone, as machines exchange it."""
    return stored.replace("-", "")


def is_isbn(stored: str) -> bool:
    """Whether it has ten or thirteen signs that agree with the last."""
    bare = signs(stored)
    if _THIRTEEN.fullmatch(bare):
        return sum(int(sign) * (3 if place % 2 else 1) for place, sign in enumerate(bare)) % 10 == 0
    if _TEN.fullmatch(bare):
        weighed = ((10 - place) * (_X if sign == "X" else int(sign)) for place, sign in enumerate(bare))
        return sum(weighed) % 11 == 0
    return False
