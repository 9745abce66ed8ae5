"""What must not be missing, or be hard to read, when a document is published."""

from __future__ import annotations

from collections.abc import Iterator

from communique.content.gate import Finding, Level, Place, offer
from communique.content.gate.draft import Draft
from communique.content.papers import kinds
from communique.text.sentences import as_it_is, sentence

from .models import DocumentPage, DocumentVersion


def no_file(draft: Draft) -> Iterator[Finding]:
    """A document without anything to take along."""
    versions = list(draft.page.versions.all())
    if not versions:
        yield Finding(
            Place("versions", sentence("Versions, the newest last")),
            sentence("There is no file to be had."),
            sentence("Add a version with its file."),
        )
    for version in versions:
        if not version.file:
            yield Finding(_at(version), *_why(version))


def _at(version: DocumentVersion) -> Place:
    return Place(f"versions.{version.pk or version.day}.document", as_it_is(version.day))


def _why(version: DocumentVersion) -> tuple:
    document = version.document
    remedy = sentence("Choose a file that is in the library, or delete this version.")
    if document is None:
        return sentence("This version has no file."), remedy
    try:
        with document.file.open("rb") as file:
            kinds.kind_of(document.file.name, file, document.file.size)
    except kinds.Refused as refused:
        return refused.said, remedy
    except OSError:
        pass
    return sentence("The file of this version can’t be found."), remedy


def locked(draft: Draft) -> Iterator[Finding]:
    """A PDF with a password, or with a lock on what its readers may do."""
    newest = draft.page.versions.last()
    if newest is None or newest.kind != "pdf" or newest.document is None:
        return
    with newest.document.file.open("rb") as file:
        if kinds.is_locked(file):
            yield Finding(
                _at(newest),
                sentence("This PDF is locked: readers may need a password, and it may not be read aloud."),
                sentence("Save it without protection, and send that."),
                Level.WARNS,
            )


def declare() -> None:
    """Offer these rules to the gate."""
    for look in (no_file, locked):
        offer(look, kind=DocumentPage)
