"""The page as a whole: whether there is a text, a date, an address, and whether it can be printed."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate.draft import Draft
from communique.content.gate.findings import WHOLE, Finding, Place
from communique.content.gate.rulebook import rule
from communique.publishing import addresses
from communique.text.sentences import sentence


@rule
def nothing_to_read(draft: Draft) -> Iterator[Finding]:
    """A page that should have a body, without one."""
    if draft.page.needs_a_body and not any(block.prints for block in draft.blocks):
        said = sentence("There is nothing to read on the page.")
        yield Finding(Place("body", sentence("Text")), said, sentence("Write the text."))


@rule
def no_date(draft: Draft) -> Iterator[Finding]:
    """A page that stands in lists has a date to stand there by."""
    if draft.page.files_itself and draft.page.dated is None:
        said = sentence("It has no date, so it would stand in no list.")
        yield Finding(Place("published", sentence("Date of publication")), said, sentence("Give it one."))


@rule
def address_taken(draft: Draft) -> Iterator[Finding]:
    """Another page is published at its address."""
    if draft.page.path:
        try:
            addresses.check(draft.page)
        except addresses.AddressTaken as taken:
            remedy = sentence("Choose another end for the address.")
            yield Finding(Place("slug", sentence("Slug")), taken.said, remedy)


@rule
def cannot_be_printed(draft: Draft) -> Iterator[Finding]:
    """The press would fail on it."""
    if draft.failure:
        said = sentence("The page can't be printed: {reason}", reason=draft.failure)
        yield Finding(WHOLE, said, sentence("Tell those who run the site."))
