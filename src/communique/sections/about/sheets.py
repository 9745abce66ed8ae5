"""What about prints: the board."""

from __future__ import annotations

from communique.content import frames
from communique.content.authors import somebody
from communique.content.described import Members, Somebody
from communique.content.frames import Context
from communique.content.questions import names
from communique.content.questions import pages as asked
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet

from . import questions


def board(ask: Ask, page_id: int) -> Copy | None:
    """The board: those who sit on it, and those who did."""
    page = ask(asked.introduced, "about_boardpage", page_id)
    if page is None:
        return None
    top = page.head
    now: list[Context] = []
    past: list[Context] = []
    media: list[Media] = []
    members: list[Somebody] = []
    for seat in ask(questions.seats, page_id):
        person = ask(names.portrait, seat.person_id, top.language)
        if person is None:
            continue
        (past if seat.past else now).append(
            {
                "name": person.name,
                "address": person.address,
                "title": seat.title,
                "affiliation": person.affiliation,
                "picture": frames.pictured(person.picture) if person.picture else None,
                "biography_html": person.biography_html,
            }
        )
        if not seat.past:
            members.append(somebody(person, seat.title))
            media += person.picture.media if person.picture else ()
    context = {
        "frame": frames.frame_of(ask, top, matter=Members(tuple(members))),
        "board": {
            "title": top.title,
            "introduction_html": page.introduction_html,
            "members": now,
            "past": past,
        },
    }
    return Copy(top.address, context, "about/board.html", top.language, expires=top.expires, media=tuple(media))


SHEETS = (Sheet("board", board, each="about_boardpage"),)
