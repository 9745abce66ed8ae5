"""What printed pages ask about files to take along, whichever section keeps them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content import sizes
from communique.content.library import Paper
from communique.content.papers.kinds import TYPES
from communique.content.papers.naming import file_address
from communique.press.questions import Reading
from communique.press.serving.downloads import COUNTED
from communique.press.sheets import Media
from communique.publishing.words import in_language

from .pages import link


@dataclass(frozen=True)
class Version:
    """A file of a page, under an address that no other file ever has."""

    day: date
    note: str
    file: str
    kind: str
    size: int

    @property
    def media(self) -> Media:
        """The file as a sheet refers to it."""
        seal, name = self.file.split("/")[-2:]
        return Media(f"{COUNTED}{seal}/{name}", self.file, TYPES[self.kind])


def versions(read: Reading, table: str, page_id: int) -> tuple[Version, ...]:
    """The versions of a page whose files were kept in this table, the newest first. For use inside questions."""
    rows = read.rows(table, page_id=page_id, order=("sort_order", "id"))
    kept = [Version(row.day, row.note, row.file, row.kind, row.size) for row in rows if row.file]
    return tuple(kept[::-1])


def of_file(read: Reading, pages: str, table: str, number: int, language: str) -> Paper | None:
    """The public page that has this file of the library among its versions; the oldest page where several have."""
    held = sorted({row.page_id for row in read.rows(table, kept_of=number) if row.file})
    return next((found for page_id in held if (found := _newest(read, pages, table, page_id, language))), None)


def _newest(read: Reading, pages: str, table: str, page_id: int, language: str) -> Paper | None:
    named, own = link(read, page_id), read.row(pages, page_id)
    if named is None or own is None:
        return None
    newest = versions(read, table, page_id)[0]
    return Paper(
        named.title,
        own.language,
        named.address,
        file_address(named.address, newest.kind),
        newest.kind.upper(),
        sizes.in_words(in_language(language), newest.size, language),
    )
