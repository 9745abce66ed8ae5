"""The lists of a section of media coverage: its newest and older pages, its years, and its feeds."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import archives, cards, leaves
from communique.content.archives import Place
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, newest, older
from communique.press.questions import Ask
from communique.press.sheets import Copy
from communique.syndication.printed import ways

from . import feed, shelves

TABLE = "media_mediapage"


def section(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The newest page of a section, and its feeds."""
    page = ask(asked.introduced, TABLE, page_id)
    if page is None:
        return None
    return [_list(ask, page, newest(ask, shelves.of(page_id))), *feed.of_section(ask, page.head)]


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a section."""
    page = ask(asked.introduced, TABLE, int(place[0]))
    leaf = older(ask, shelves.of(int(place[0])), number)
    return _list(ask, page, leaf) if page is not None and leaf is not None else None


def place(ask: Ask, shelf: list[str]) -> Place | None:
    """The page of a section, for its archives."""
    return archives.place_of(ask, TABLE, int(shelf[0]))


def years(ask: Ask, page_id: int) -> Copy | None:
    """The ways to the years of a section."""
    found = place(ask, [str(page_id)])
    return archives.ways(ask, _years_of(page_id), shelves.of(page_id), found) if found else None


def _years_of(page_id: int) -> str:
    return f"~media-by-year/{page_id}"


def _list(ask: Ask, page: asked.Introduced, leaf: Leaf) -> Copy:
    top = page.head
    shown, media = cards.several(ask, leaf.entries)
    address, is_newest = leaves.own_address(leaf, top.address), leaf.newer is None
    frame = leaves.frame(ask, top, leaf, shown, at_large=beside_of(top.language))
    context = {
        "frame": frame,
        "section": {"title": top.title, "introduction_html": page.introduction_html if is_newest else ""},
        "articles": shown,
        "fragments": [_years_of(top.page_id), f"~outlets/{top.language}"],
        "feeds": ways(top.address) if is_newest else [],
        **leaves.context(leaf, top.address),
    }
    return Copy(address, context, "media/list.html", top.language, expires=top.expires, media=media)


def beside_of(language: str) -> str:
    """The fragment with the newest of a language for the sidebar."""
    return f"~media-beside/{language}"
