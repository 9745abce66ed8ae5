"""What documents print: the page of each, and the address of its file, which leads to the newest version."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import data_files, frames, sizes
from communique.content.frames import Context
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet
from communique.publishing.sheets import located
from communique.publishing.words import Say, in_language

from . import questions
from .questions import Paper, Version

FOUND = 302  # for now: another version may follow


def document(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """A document's page, and the way to its file."""
    page = ask(questions.paper, page_id)
    if page is None:
        return None
    top = page.head
    say = in_language(top.language)
    newest, former = page.versions[:1], page.versions[1:]
    context = {
        "frame": frames.frame_of(ask, top, description=page.standfirst),
        "document": {
            "title": top.title,
            "standfirst": page.standfirst,
            "body_html": page.body.html,
            "newest": [_shown(say, one, top.language, page.way) for one in newest],
            "former": [_shown(say, one, top.language, one.media.address) for one in former],
        },
    }
    media = (*page.body.files, *(one.media for one in page.versions))
    own = Copy(top.address, context, "documents/document.html", top.language, expires=top.expires, media=media)
    return [own, *_way(page), *data_files.printed(ask, page.body, page_id, top.language, top.expires)]


def _way(page: Paper) -> list[Copy]:
    if not page.versions:
        return []
    leads = (("Location", located(page.versions[0].media.address)),)
    top = page.head
    return [Copy(page.way, body=b"", status=FOUND, language=top.language, headers=leads, expires=top.expires)]


def _shown(say: Say, version: Version, language: str, address: str) -> Context:
    return {
        "address": address,
        "day": version.day,
        "note": version.note,
        "kind": version.kind.upper(),
        "size": sizes.in_words(say, version.size, language),
    }


SHEETS = (Sheet("document", document, each=questions.TABLE),)
