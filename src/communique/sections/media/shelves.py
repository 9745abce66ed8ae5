"""The lists that coverage stands in, besides those of its topics and people."""

from __future__ import annotations

KIND = "media"
OUTLETS = "outlet"


def of(section_id: int) -> str:
    """The coverage of a section."""
    return f"{KIND}:{section_id}"


def of_outlet(outlet_id: int, language: str) -> str:
    """What an outlet had of us, in a language."""
    return f"{OUTLETS}:{outlet_id}:{language}"
