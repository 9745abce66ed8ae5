"""Which change of an event calendars are told of (RFC 5545, 3.8.7.4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .models import EventPage

TOLD = ("starts", "ends", "zone", "all_day", "attendance", "place", "place_address", "status")
"""What people would be at the wrong place or time by."""


def following(event: EventPage) -> int:
    """The number of an event that is about to be kept: one more where something of this has changed."""
    from .models import EventPage

    # What a draft says of it may be older than what is stored.
    stored = EventPage.objects.filter(pk=event.pk).values("sequence", "last_published_at", *TOLD).first()
    if stored is None:
        return 0
    changed = any(stored[name] != getattr(event, name) for name in TOLD)
    return int(stored["sequence"]) + (1 if changed and stored["last_published_at"] else 0)
