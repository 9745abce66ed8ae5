"""DOIs, which name publications for good: how one is written (DOI Handbook, section 3; ISO 26324).

A prefix that begins with "10." and names the registrant in numbers, a stroke, and a suffix of any signs that can be
seen. Capitals and small letters are the same.
"""

from __future__ import annotations

import re
from urllib.parse import quote

RESOLVER = "https://doi.org/"

_FORM = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")
_BEFORE = re.compile(r"^(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:\s*)", re.IGNORECASE)


def as_stored(written: str) -> str:
    """Without the address before it: "https://doi.org/10.1000/182" is "10.1000/182"."""
    return _BEFORE.sub("", written.strip())


def is_doi(stored: str) -> bool:
    """Whether it has the form of a DOI."""
    return stored.isprintable() and _FORM.fullmatch(stored) is not None


def address(stored: str) -> str:
    """The address that leads to the publication, wherever it stands; signs that can't stand in one are encoded."""
    return RESOLVER + quote(stored, safe="/:;()._-")
