"""What printed pages ask about documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.content.bodies import Body, body
from communique.content.papers.kinds import TYPES
from communique.content.questions.pages import Head, head
from communique.press.questions import Reading, question
from communique.press.serving.downloads import COUNTED
from communique.press.sheets import Media

from .naming import file_address

TABLE = "documents_documentpage"
VERSIONS = "documents_documentversion"


@dataclass(frozen=True)
class Version:
    """A file of a document, under an address that no other file ever has."""

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


@dataclass(frozen=True)
class Paper:
    """A document's page with its versions, the newest first."""

    head: Head
    standfirst: str
    body: Body
    versions: tuple[Version, ...]

    @property
    def way(self) -> str:
        """The address that leads to the newest version, where there is one."""
        return file_address(self.head.address, self.versions[0].kind)


@question
def paper(read: Reading, page_id: int) -> Paper | None:
    """A document with the versions whose files were kept."""
    own = read.row(TABLE, page_id)
    top = head(read, TABLE, page_id, own)
    if top is None or own is None:
        return None
    rows = read.rows(VERSIONS, page_id=page_id, order=("sort_order", "id"))
    versions = [Version(row.day, row.note, row.file, row.kind, row.size) for row in rows if row.file]
    return Paper(top, own.standfirst, body(read, own.body, top.language, top.address), tuple(versions[::-1]))


@question
def some(read: Reading) -> bool:
    """Whether there is a document that readers can have."""
    return read.count(TABLE) > 0
