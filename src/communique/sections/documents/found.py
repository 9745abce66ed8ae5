"""A file of the library, looked for among what is published: whichever version it is, readers get the newest."""

from __future__ import annotations

from communique.content import sizes
from communique.content.library import Paper
from communique.content.questions.pages import link
from communique.press.questions import Reading
from communique.publishing.words import in_language

from .naming import file_address
from .questions import TABLE, VERSIONS


def of_file(read: Reading, number: int, language: str) -> Paper | None:
    """The public document that has this file among its versions; the oldest page where several have."""
    pages = sorted({row.page_id for row in read.rows(VERSIONS, kept_of=number) if row.file})
    return next((found for page_id in pages if (found := _newest(read, page_id, language)) is not None), None)


def _newest(read: Reading, page_id: int, language: str) -> Paper | None:
    named, own = link(read, page_id), read.row(TABLE, page_id)
    if named is None or own is None:
        return None
    newest = [row for row in read.rows(VERSIONS, page_id=page_id, order=("sort_order", "id")) if row.file][-1]
    return Paper(
        named.title,
        own.language,
        named.address,
        file_address(named.address, newest.kind),
        newest.kind.upper(),
        sizes.in_words(in_language(language), newest.size, language),
    )
