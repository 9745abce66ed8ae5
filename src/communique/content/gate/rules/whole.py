"""The page as a whole: whether there is a text, a date, an address, and whether it can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import WHOLE, Finding, Place
from communique.content.gate.rulebook import rule
from communique.publishing import addresses


@rule
def nothing_to_read(draft: Draft) -> Iterator[Finding]:
    """A page that should have a body, without one."""
    if draft.page.needs_a_body and not any(block.prints for block in draft.blocks):
        yield Finding(Place("body", "Body"), "There is nothing to read on the page.", "Write the text.")


@rule
def no_date(draft: Draft) -> Iterator[Finding]:
    """A page that stands in lists has a date to stand there by."""
    if draft.page.files_itself and draft.page.dated is None:
        yield Finding(Place("published", "Published"), "It has no date, so it would stand in no list.", "Give it one.")


@rule
def address_taken(draft: Draft) -> Iterator[Finding]:
    """Another page is published at its address."""
    if draft.page.path:
        try:
            addresses.check(draft.page)
        except addresses.AddressTaken as taken:
            yield Finding(Place("slug", "Slug"), str(taken), "Choose another end for the address.")


@rule
def cannot_be_printed(draft: Draft) -> Iterator[Finding]:
    """The press would fail on it."""
    if draft.failure:
        yield Finding(WHOLE, f"The page can't be printed: {draft.failure}", "Tell those who run the site.")
