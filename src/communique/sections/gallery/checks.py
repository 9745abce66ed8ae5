"""What must not be missing, or stand there, when an album is published. That pictures are described, the house asks."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import timezone

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.labels import day
from communique.text.sentences import counted, sentence

from .models import AlbumPage


def no_pictures(draft: Draft) -> Iterator[Finding]:
    """An album with nothing in it."""
    if not draft.page.pictures.all():
        yield Finding(
            Place("pictures", sentence("Pictures, in order")),
            sentence("There are no pictures in this album."),
            sentence("Choose some, or wait with publishing until you have them."),
        )


def no_day(draft: Draft) -> Iterator[Finding]:
    """An album that stands in no list, because nobody knows when it was."""
    if draft.page.day is None:
        yield Finding(
            draft.field("day"),
            sentence("Readers aren’t told when the pictures were taken, and the album stands in no list."),
            sentence("Say on which day they were taken. If nobody knows, take the first of the month."),
        )
    elif draft.page.day > timezone.localdate():
        yield Finding(
            draft.field("day"),
            sentence("Readers would see a date to come: {day}.", day=day(draft.page.day)),
            sentence("Give the day on which the pictures were taken."),
        )


def nobody_thanked(draft: Draft) -> Iterator[Finding]:
    """Pictures of which nobody is told who took them."""
    rows = enumerate(draft.page.pictures.all(), start=1)
    bare = [number for number, row in rows if not row.credit.strip() and not row.picture.credit.strip()]
    if bare:
        yield Finding(
            Place("pictures", sentence("Pictures, in order")),
            counted(
                "{number} picture doesn’t say who took it.", "{number} pictures don’t say who took them.", len(bare)
            ),
            sentence("Write the credit here, or with the picture, where it serves all pages."),
            Level.WARNS,
        )


def hidden_event(draft: Draft) -> Iterator[Finding]:
    """An event that readers can't see."""
    occasion = draft.page.occasion
    if occasion is not None and draft.address_of(occasion.pk) is None:
        yield Finding(
            draft.field("occasion"),
            sentence("Readers can’t see “{page}”, so the album doesn’t lead there.", page=occasion),
            sentence("Publish the event, or choose another."),
            Level.WARNS,
        )


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_pictures, no_day, nobody_thanked, hidden_event):
        offer(look, kind=AlbumPage)
