"""The lists that episodes stand in."""

from __future__ import annotations

KIND = "episodes"


def of(show_id: int) -> str:
    """The episodes of a show."""
    return f"{KIND}:{show_id}"
