"""What documents print: the page of each, and the address of its file, which leads to the newest version."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import data_files, frames
from communique.content.papers.shown import shown, ways
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet
from communique.publishing.words import in_language

from . import questions


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
            "newest": [shown(say, one, top.language, page.way) for one in newest],
            "former": [shown(say, one, top.language, one.media.address) for one in former],
        },
    }
    media = (*page.body.files, *(one.media for one in page.versions))
    own = Copy(top.address, context, "documents/document.html", top.language, expires=top.expires, media=media)
    leading = [way for one in newest for way in ways(ask, page_id, top.address, one, top.language, top.expires)]
    return [own, *leading, *data_files.printed(ask, page.body, page_id, top.language, top.expires)]


SHEETS = (Sheet("document", document, each=questions.TABLE),)
