"""The lists that albums stand in, by the day on which their pictures were taken."""

from __future__ import annotations

KIND = "albums"


def of(section_id: int) -> str:
    """The albums of a gallery."""
    return f"{KIND}:{section_id}"
