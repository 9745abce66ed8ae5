"""What must not be missing when a contact page is published."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content import legal
from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.models import LegalPage
from communique.text.sentences import Sentence, sentence

from .models import ContactPage


def no_privacy(draft: Draft) -> Iterator[Finding]:
    """A form, and nothing to read about what becomes of what is written in it."""
    if not draft.page.takes_letters:
        return
    try:
        legal.require(LegalPage.Role.PRIVACY, draft.language)
    except legal.Missing as missing:
        said = missing.args[0]
        assert isinstance(said, Sentence)
        yield Finding(
            draft.field("takes_letters"), said, sentence("Until it is there, readers see the page without its form.")
        )


def nobody_to_read(draft: Draft) -> Iterator[Finding]:
    """A form whose letters go to nobody."""
    if draft.page.takes_letters and not draft.page.subjects.count():
        yield Finding(
            draft.field("takes_letters"),
            sentence("Nobody would get what readers write."),
            sentence("Add a subject, and who gets what is written about it."),
        )


def no_way(draft: Draft) -> Iterator[Finding]:
    """A contact page by which nobody can be reached."""
    page = draft.page
    told = any(place.address or place.telephone or place.email for place in page.places.all())
    if not told and not page.takes_letters:
        yield Finding(
            Place("places", sentence("Places, in order")),
            sentence("Readers aren’t told how to reach you."),
            sentence(
                "Add a place with an address, a telephone number or an e-mail address, or let readers write here."
            ),
            Level.WARNS,
        )


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_privacy, nobody_to_read, no_way):
        offer(look, kind=ContactPage)
