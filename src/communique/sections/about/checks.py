"""What must not be missing when a page of members is published."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate import Finding, offer
from communique.content.gate.draft import Draft
from communique.text.sentences import sentence

from .models import MembersPage


def nobody_chosen(draft: Draft) -> Iterator[Finding]:
    """A page that would show nobody, because it isn't said whom."""
    if draft.page.circle_id is None:
        yield Finding(
            draft.field("circle"),
            sentence("It isn’t said whom it shows, so readers see nobody."),
            sentence("Choose the board, the staff or another group of people."),
        )


def declare() -> None:
    """Offer these rules to the gate."""
    offer(nobody_chosen, kind=MembersPage)
