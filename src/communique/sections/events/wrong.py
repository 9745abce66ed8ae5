"""Times that can't be: an event that ends before it begins, a time that clocks leave out."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from communique.publishing.speaking import invalid
from communique.text.sentences import sentence
from communique.text.zones import Clocks, moment

if TYPE_CHECKING:
    from .models import EventPage


def times(event: EventPage) -> dict[str, ValidationError]:
    """What is wrong with the times of an event, by field, with what would do."""
    found = {}
    if event.first_day and event.last_day and event.last_day < event.first_day:
        said = sentence("It would end before it begins. Choose a later last day, or leave it empty.")
        found["last_day"] = invalid(said)
    elif event.first_day and event.begins and event.finishes and not event.all_day:
        when = event.span
        if when and when.ends <= when.starts:
            said = sentence("It would end before it begins. If it goes on past midnight, set the last day.")
            found["finishes"] = invalid(said)
    for name, day, at in clocks(event):
        if moment(day, at, event.zone).clocks is Clocks.NEVER:
            said = sentence(
                "Clocks in {zone} are put forward that night and don’t show {time}. Choose a time after that.",
                zone=event.zone,
                time=f"{at:%H:%M}",
            )
            found[name] = invalid(said)
    return found


def clocks(event: EventPage) -> list[tuple[str, date, time]]:
    """The times of an event that clocks have to show, each with its field and day."""
    if event.all_day or event.first_day is None:
        return []
    several = (
        ("begins", event.first_day, event.begins),
        ("finishes", event.last_day or event.first_day, event.finishes),
    )
    return [(name, day, at) for name, day, at in several if at is not None]
