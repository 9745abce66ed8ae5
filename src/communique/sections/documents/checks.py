"""What must not be missing, or be hard to read, when a document is published."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate import Finding, Place, offer
from communique.content.gate.draft import Draft
from communique.content.papers import judging
from communique.text.sentences import sentence

from .models import DocumentPage

ROWS = "versions"


def no_file(draft: Draft) -> Iterator[Finding]:
    """A document without anything to take along."""
    versions = list(draft.page.versions.all())
    if not versions:
        yield Finding(
            Place(ROWS, sentence("Versions, the newest last")),
            sentence("There is no file to be had."),
            sentence("Add a version with its file."),
        )
    for version in versions:
        yield from judging.not_kept(version, ROWS)


def locked(draft: Draft) -> Iterator[Finding]:
    """A PDF with a password, or with a lock on what its readers may do."""
    yield from judging.locked(draft.page.versions.last(), ROWS)


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_file, locked):
        offer(look, kind=DocumentPage)
