"""Funder IDs of Crossref's Open Funder Registry, which name who pays for research: how one is written.

One is a DOI below 10.13039, and after the stroke a number of nine to twelve digits (crossref.org/documentation/
funder-registry). It has no check digit.
"""

from __future__ import annotations

import re

RESOLVER = "https://doi.org/"

_FORM = re.compile(r"10\.13039/[1-9][0-9]{8,11}")


def as_stored(written: str) -> str:
    """Without the address before it: "https://doi.org/10.13039/501100000780" is "10.13039/501100000780"."""
    return re.sub(r"^(?:https?://)?(?:dx\.)?(?:doi\.org/|doi:)", "", written.strip().rstrip("/"), flags=re.IGNORECASE)


def is_funder_id(stored: str) -> bool:
    """Whether it has the form of a Funder ID."""
    return _FORM.fullmatch(stored) is not None


def address(stored: str) -> str:
    """The address by which the funder is known everywhere."""
    return RESOLVER + stored
