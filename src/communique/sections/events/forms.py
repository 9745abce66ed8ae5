"""The form in which an event is edited."""

from __future__ import annotations

from communique.content.models.forms import NamesNobodyTwice


class EventForm(NamesNobodyTwice):
    """Names nobody twice."""

    people_in = "speakers"
