"""What must not be missing when a project is published."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.text.sentences import sentence

from .models import ProjectPage


def no_aim(draft: Draft) -> Iterator[Finding]:
    """A project of which nobody knows what it is for."""
    if not draft.page.standfirst.strip():
        said, remedy = sentence("Readers aren’t told what it is for."), sentence("Say its aim in a sentence or two.")
        yield Finding(draft.field("standfirst"), said, remedy)


def no_funder(draft: Draft) -> Iterator[Finding]:
    """A project of which nobody knows who pays."""
    if not draft.page.fundings.all():
        yield Finding(
            Place("fundings", sentence("Funding")),
            sentence("Readers aren’t told who pays for it."),
            sentence("Name the funders. If it is paid from our own means, write that in the statement."),
            Level.REFUSES if not draft.page.statement.strip() else Level.WARNS,
        )


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_aim, no_funder):
        offer(look, kind=ProjectPage)
