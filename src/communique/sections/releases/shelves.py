"""The lists that press releases stand in."""

from __future__ import annotations

KIND = "releases"


def of(section_id: int) -> str:
    """The releases of a press room."""
    return f"{KIND}:{section_id}"
