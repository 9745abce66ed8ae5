"""What printed pages ask about documents."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content import library
from communique.content.bodies import Body, body
from communique.content.papers.naming import file_address
from communique.content.questions import papers
from communique.content.questions.pages import Head, head
from communique.content.questions.papers import Version
from communique.press.questions import Reading, question

TABLE = "documents_documentpage"
VERSIONS = "documents_documentversion"


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
    text = body(read, own.body, top.language, top.address)
    return Paper(top, own.standfirst, text, papers.versions(read, VERSIONS, page_id))


@question
def some(read: Reading) -> bool:
    """Whether there is a document that readers can have."""
    return read.count(TABLE) > 0


def of_file(read: Reading, number: int, language: str) -> library.Paper | None:
    """The public document that has this file of the library among its versions."""
    return papers.of_file(read, TABLE, VERSIONS, number, language)
