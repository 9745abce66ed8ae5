"""Key findings: what an article found, in a few sentences, each on a line of its own."""

from __future__ import annotations

import re

# What word processors leave before the points of a list.
_POINT = re.compile(r"^(?:[-–—•*·▪◦‣]|\(?[0-9۰-۹٠-٩]{1,2}[.)])\s+")

MOST = 7
LONGEST = 300


def listed(text: str) -> tuple[str, ...]:
    """The findings in a text, a line each, without the signs of a list before them."""
    lines = (_POINT.sub("", " ".join(line.split())) for line in text.splitlines())
    return tuple(line for line in lines if line)
