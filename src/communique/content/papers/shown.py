"""Files to take along, as pages show them, and the ways that lead to them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from communique.content import data_files, sizes
from communique.press.questions import Ask
from communique.press.sheets import Copy
from communique.publishing.sheets import located

from .naming import file_address

if TYPE_CHECKING:
    from communique.content.frames import Context
    from communique.content.questions.papers import Version
    from communique.publishing.words import Say

FOUND = 302  # for now: another version may follow
MOVED = 301


def ways(ask: Ask, page_id: int, page: str, newest: Version, language: str, expires: datetime | None) -> list[Copy]:
    """The way to a page's newest file, and those to it from where the page was before."""
    kind, here = newest.kind, file_address(page, newest.kind)
    found = [(here, newest.media.address, FOUND)]
    found += [(file_address(one, kind), here, MOVED) for one in ask(data_files.former, page_id)]
    return [
        Copy(at, body=b"", status=status, language=language, headers=(("Location", located(to)),), expires=expires)
        for at, to, status in found
    ]


def shown(say: Say, version: Version, language: str, address: str) -> Context:
    """A version as templates show it."""
    return {
        "address": address,
        "day": version.day,
        "note": version.note,
        "kind": version.kind.upper(),
        "size": sizes.in_words(say, version.size, language),
    }
