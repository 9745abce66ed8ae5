"""What must not be missing when an article is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft

from .findings import LONGEST, MOST, listed
from .models import ArticlePage


def nobody_named(draft: Draft) -> Iterator[Finding]:
    """An article without contributors."""
    if not draft.page.contributors.all():
        yield Finding(
            Place("contributors", "Contributors"),
            "Nobody is named as author or contributor.",
            "Add a contributor. If the institute itself speaks, add the person who answers for it.",
        )


def dated_ahead(draft: Draft) -> Iterator[Finding]:
    """A date that readers would find in the future."""
    out = draft.page.go_live_at or timezone.now()
    if draft.page.published and draft.page.published > max(out, timezone.now()):
        yield Finding(
            Place("published", "Published"),
            f"Readers would see a date to come: {draft.page.published:%-d %B %Y}.",
            "Leave the date empty: it will be the day of publication. To publish later, set a schedule.",
            Level.WARNS,
        )


def no_standfirst(draft: Draft) -> Iterator[Finding]:
    """Cards, mails and search engines have nothing to say of it."""
    if not draft.page.standfirst.strip() and not listed(draft.page.findings):
        yield Finding(
            Place("standfirst", "Standfirst"),
            "It has no standfirst: lists, cards and search engines show the title alone.",
            "Say in a sentence what the article says.",
            Level.WARNS,
        )


def endless_findings(draft: Draft) -> Iterator[Finding]:
    """Key findings that are too many or too long to be taken along."""
    found = listed(draft.page.findings)
    place = Place("findings", "Key findings")
    if len(found) > MOST:
        yield Finding(place, f"There are {len(found)} key findings.", f"Keep the {MOST} that matter most.", Level.WARNS)
    for number, one in enumerate(found, start=1):
        if len(one) > LONGEST:
            said = f"Finding {number} has {len(one)} letters."
            yield Finding(place, said, f"Say it in {LONGEST}: each stands on a line of its own.", Level.WARNS)


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (nobody_named, dated_ahead, no_standfirst, endless_findings):
        offer(look, kind=ArticlePage)
