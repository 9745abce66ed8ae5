"""What the gate says of a page's files: one that is missing or can't be taken, one that is locked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.content.gate import Finding, Level, Place
from communique.text.sentences import Sentence, as_it_is, sentence

from . import kinds

if TYPE_CHECKING:
    from communique.content.models import KeptVersion


def at(version: KeptVersion, rows: str) -> Place:
    """Where a version's file is chosen, in the rows of this name."""
    return Place(f"{rows}.{version.pk or version.day}.document", as_it_is(version.day))


def not_kept(version: KeptVersion, rows: str) -> Iterator[Finding]:
    """A version without a file that readers could have."""
    if not version.file:
        yield Finding(at(version, rows), *_why(version))


def _why(version: KeptVersion) -> tuple[Sentence, Sentence]:
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


def locked(newest: KeptVersion | None, rows: str) -> Iterator[Finding]:
    """A PDF with a password, or with a lock on what its readers may do."""
    if newest is None or newest.kind != "pdf" or newest.document is None:
        return
    with newest.document.file.open("rb") as file:
        if kinds.is_locked(file):
            yield Finding(
                at(newest, rows),
                sentence("This PDF is locked: readers may need a password, and it may not be read aloud."),
                sentence("Save it without protection, and send that."),
                Level.WARNS,
            )
