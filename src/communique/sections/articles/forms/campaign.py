"""A campaign: the organisation asks for something, alone or with others. It is no research, and kept apart from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from communique.content.divisions import Division
from communique.content.gate import Finding, Level, Place
from communique.text.plain import filled_lines
from communique.text.sentences import sentence

from .form import Form

if TYPE_CHECKING:
    from communique.content.gate.draft import Draft


def nothing_asked_for(draft: Draft) -> Iterator[Finding]:
    """A campaign that doesn't say what it is for."""
    if not filled_lines(draft.page.recommendations):
        yield Finding(
            Place("recommendations", sentence("Recommendations")),
            sentence("It is a campaign, and asks for nothing."),
            sentence("Say what you ask for, a line for each thing; or choose another type."),
            Level.WARNS,
        )


FORM = Form(
    "campaign",
    _("Campaign"),
    8,
    Division("campaigns", lambda say: say("Campaigns")),
    fields=("recommendations", "issued_at", "signatories"),
    rules=(nothing_asked_for,),
    counts_as_research=False,
    cited=False,
    needs_contributors=False,
)
