"""JEL codes, by which the literature of economics is classified (American Economic Association): how one is written.

A letter for the field, a digit for a part of it, a second one for a part of that; either digit may be missing.
"""

from __future__ import annotations

import re

GUIDE = "https://www.aeaweb.org/jel/guide/jel.php"

_FORM = re.compile(r"[A-RYZ][0-9]{0,2}")
_BETWEEN = re.compile(r"[\s,;،؛]+")
_BEFORE = re.compile(r"^\s*JEL\b(?:\s+(?:codes?|classification))?\s*:?", re.IGNORECASE)


def codes(written: str) -> tuple[str, ...]:
    """The codes in what was written, however they are parted; each once, in its order."""
    return tuple(dict.fromkeys(one.upper() for one in _BETWEEN.split(_BEFORE.sub("", written)) if one))


def wrong(written: str) -> tuple[str, ...]:
    """Those that can be no codes."""
    return tuple(one for one in codes(written) if not _FORM.fullmatch(one))
