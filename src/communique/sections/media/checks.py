"""What must not be missing, or is doubtful, when coverage is published."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.labels import day
from communique.text.plain import text_of
from communique.text.sentences import sentence

from .models import CoveragePage


def no_outlet(draft: Draft) -> Iterator[Finding]:
    """A piece of which nobody is told where it appeared."""
    if draft.page.outlet is None:
        yield Finding(
            draft.field("outlet"),
            sentence("Readers aren’t told where it appeared."),
            sentence("Choose the outlet, or add it."),
        )


def nobody_of_us(draft: Draft) -> Iterator[Finding]:
    """A piece in which nobody of us is, and which isn't about us either."""
    if not draft.page.people.all() and not draft.page.names_us:
        yield Finding(
            Place("people", sentence("Who of us is in it")),
            sentence("Nobody of us is named, nor the organisation."),
            sentence("Add who is in it, or mark that it names the organisation."),
        )


def not_out_yet(draft: Draft) -> Iterator[Finding]:
    """A piece from a day to come."""
    out = timezone.localdate(draft.page.go_live_at or timezone.now())
    if draft.page.day > max(out, timezone.localdate()):
        yield Finding(
            draft.field("day"),
            sentence("It can’t have appeared on a day to come: {day}.", day=day(draft.page.day)),
            sentence("Give the day on which it appeared, or publish it when it is out."),
        )


def nowhere_to_be_found(draft: Draft) -> Iterator[Finding]:
    """A piece to which nothing leads."""
    page = draft.page
    if not (page.link or page.archived or page.recording):
        yield Finding(
            draft.field("link"),
            sentence("Readers are told of it, and not where they find it."),
            sentence("Give its address at the outlet, or that of a copy."),
            Level.WARNS,
        )


def entered_already(draft: Draft) -> Iterator[Finding]:
    """The same piece on another page that is no translation of this one."""
    page = draft.page
    if not page.link:
        return
    group = page.original_id or page.pk
    others = CoveragePage.objects.filter(link=page.link).exclude(pk__in=[page.pk, group]).order_by("pk")
    other = next((one for one in others if group is None or one.original_id != group), None)
    if other is not None:
        yield Finding(
            draft.field("link"),
            sentence("“{page}” leads to the same address.", page=other.title),
            sentence("If it is the same piece, keep one of them. If it is a translation, say so in the settings."),
            Level.WARNS,
        )


def nothing_to_read_instead(draft: Draft) -> Iterator[Finding]:
    """A recording of which those who can't hear it learn nothing."""
    page = draft.page
    if page.recording and not page.captioned and not text_of(page.transcript):
        yield Finding(
            draft.field("transcript"),
            sentence("Those who can’t hear the recording don’t learn what is said in it."),
            sentence("Add a transcript, or say that the recording has captions."),
            Level.WARNS,
        )


def declare() -> None:
    """Offer these rules to the gate."""
    rules = (no_outlet, nobody_of_us, not_out_yet, nowhere_to_be_found, entered_already, nothing_to_read_instead)
    for look in rules:
        offer(look, kind=CoveragePage)
