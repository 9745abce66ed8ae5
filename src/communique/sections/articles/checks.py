"""What must not be missing when an article is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.labels import day
from communique.text.sentences import counted, sentence

from . import forms
from .findings import LONGEST, MOST, listed
from .models import ArticlePage


def nobody_named(draft: Draft) -> Iterator[Finding]:
    """An article without contributors, unless the organisation itself may speak in it."""
    form = forms.of(draft.page)
    if (form is None or form.needs_contributors) and not draft.page.contributors.all():
        yield Finding(
            Place("contributors", sentence("Contributors")),
            sentence("Nobody is named as author or contributor."),
            sentence("Add a contributor. If the institute itself speaks, add the person who answers for it."),
        )


def dated_ahead(draft: Draft) -> Iterator[Finding]:
    """A date that readers would find in the future."""
    out = draft.page.go_live_at or timezone.now()
    if draft.page.published and draft.page.published > max(out, timezone.now()):
        yield Finding(
            Place("published", sentence("Date of publication")),
            sentence("Readers would see a date to come: {day}.", day=day(draft.page.published)),
            sentence("Leave the date empty: it will be the day of publication. To publish later, set a schedule."),
            Level.WARNS,
        )


def no_standfirst(draft: Draft) -> Iterator[Finding]:
    """Cards, mails and search engines have nothing to say of it."""
    if not draft.page.standfirst.strip() and not listed(draft.page.findings):
        yield Finding(
            Place("standfirst", sentence("Standfirst")),
            sentence("It has no standfirst: lists, cards and search engines show the title alone."),
            sentence("Say in a sentence what the article says."),
            Level.WARNS,
        )


def endless_findings(draft: Draft) -> Iterator[Finding]:
    """Key findings that are too many or too long to be taken along."""
    found = listed(draft.page.findings)
    place = Place("findings", sentence("Key findings"))
    if len(found) > MOST:
        said = counted("There is {number} key finding.", "There are {number} key findings.", len(found))
        yield Finding(place, said, sentence("Keep the {most} that matter most.", most=MOST), Level.WARNS)
    for at, one in enumerate(found, start=1):
        if len(one) > LONGEST:
            said = counted(
                "Finding {place} has {number} letter.", "Finding {place} has {number} letters.", len(one), place=at
            )
            remedy = counted(
                "Say it in {number} letter: each stands on a line of its own.",
                "Say it in {number} letters: each stands on a line of its own.",
                LONGEST,
            )
            yield Finding(place, said, remedy, Level.WARNS)


def nobodys_original(draft: Draft) -> Iterator[Finding]:
    """An original of which nobody is told whose it is."""
    page = draft.page
    if not page.origin.strip() and (page.origin_link or page.origin_date or page.permission):
        yield Finding(
            Place("origin", sentence("First published by")),
            sentence("It was published elsewhere before, and readers aren’t told by whom."),
            sentence("Name the newspaper or journal, or empty the fields about it."),
        )


def younger_original(draft: Draft) -> Iterator[Finding]:
    """An original that would be younger than what follows it."""
    page = draft.page
    ours = timezone.localdate(page.published or page.go_live_at or timezone.now())
    if page.origin_date and page.origin_date > ours:
        yield Finding(
            Place("origin_date", sentence("Published there on")),
            sentence("It can’t have been published there after us: {day}.", day=day(page.origin_date)),
            sentence("Give the day on which it appeared there, or leave it empty."),
        )


def declare() -> None:
    """Offer these rules to the gate."""
    rules = (nobody_named, dated_ahead, no_standfirst, endless_findings, nobodys_original, younger_original)
    for look in rules:
        offer(look, kind=ArticlePage)
