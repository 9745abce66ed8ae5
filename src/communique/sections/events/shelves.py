"""The lists that events stand in, by their end."""

from __future__ import annotations

KIND = "events"


def all_of(section_id: int) -> str:
    """All events of a section."""
    return f"{KIND}:{section_id}"


def of_kind(section_id: int, kind: str) -> str:
    """Those of a kind."""
    return f"{KIND}:{section_id}:{kind}"
