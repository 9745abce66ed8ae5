"""What series print: the page of each, and for other pages where they stand in one."""

from __future__ import annotations

from communique.content import cards, frames
from communique.content.cards import Card
from communique.content.questions import pages as asked
from communique.content.questions.pages import Link
from communique.content.series import Standing
from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.text.plain import text_of

from . import questions
from .linked_data import Series


def series(ask: Ask, page_id: int) -> Copy | None:
    """A series' own page: what it is about, and its parts in order."""
    page = ask(asked.introduced, "series_seriespage", page_id)
    told = ask(questions.contents, page_id)
    if page is None or told is None:
        return None
    top = page.head
    parts: list[Card] = []
    media: list[Media] = []
    for part in told.parts:
        made, files = cards.several(ask, [(part.page_id, part.kind)])
        parts += made or [{"title": part.title, "address": part.address, **_PLAIN, "language": top.language}]
        media += files
    context = {
        "frame": frames.frame_of(ask, top, matter=_matter(told, page.introduction_html)),
        "series": {"title": top.title, "introduction_html": page.introduction_html},
        "parts": [{"dir": "auto", **part} for part in parts],
    }
    return Copy(top.address, context, "series/series.html", top.language, expires=top.expires, media=tuple(media))


def _matter(told: questions.Contents, introduction: str) -> Series:
    return Series(tuple(Link(part.title, part.address) for part in told.parts), text_of(introduction))


# A part whose card can't be made keeps its place and number.
_PLAIN = {"kicker": "", "standfirst": "", "byline": "", "published": None, "picture": None}


def standing(ask: Ask, page_id: int) -> Standing | None:
    """Where a page stands in a series."""
    series_id = ask(questions.series_of, page_id)
    told = ask(questions.contents, series_id) if series_id is not None else None
    if told is None:
        return None
    number = next((number for number, part in enumerate(told.parts, start=1) if part.page_id == page_id), None)
    return Standing(told.series, number, told.parts) if number is not None else None


SHEETS = (Sheet("series", series, each="series_seriespage"),)
