"""Slots of home and landing pages in which readers would find nothing, or not what was picked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from communique.content.gate.draft import Draft
from communique.content.gate.findings import Finding, Level, Place
from communique.content.gate.rulebook import rule
from communique.text.sentences import sentence


@rule
def slots_without_their_matter(draft: Draft) -> Iterator[Finding]:
    """An empty slot is left out when the page is printed, its heading too: only its editor would miss it."""
    from communique.content.drafts import Asking
    from communique.content.slots import telling  # both need the models, which need the gate

    if getattr(draft.page, "slots", None):
        ask: Any = Asking(draft.reading)
        for told in telling.of_page(ask, draft.page, draft.reading.page_id):
            yield Finding(
                Place(f"slots.{told.key}", told.name),
                told.said,
                sentence("Fill it in, put something else there, or delete it."),
                Level.WARNS,
            )
