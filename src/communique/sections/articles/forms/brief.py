"""A policy brief: what those who decide should do, and why."""

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


def nothing_recommended(draft: Draft) -> Iterator[Finding]:
    """A brief that doesn't say what to do."""
    if not filled_lines(draft.page.recommendations):
        yield Finding(
            Place("recommendations", sentence("Recommendations")),
            sentence("It is a policy brief, and recommends nothing."),
            sentence("Say what should be done, a line for each thing; or choose another type."),
            Level.WARNS,
        )


FORM = Form(
    "brief",
    _("Policy brief"),
    3,
    Division("briefs", lambda say: say("Policy briefs")),
    fields=("number", "recommendations", "doi"),
    has_pdf=True,
    rules=(nothing_recommended,),
)
