"""The lists that events stand in, by their end."""

from __future__ import annotations

KIND = "events"


def of(section_id: int, kind: str = "") -> str:
    """The events of a section: all of them, or those of a kind."""
    return f"{KIND}:{section_id}:{kind}" if kind else f"{KIND}:{section_id}"
