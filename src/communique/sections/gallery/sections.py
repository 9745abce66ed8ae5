"""What a gallery prints: its albums by their days, the ways to the years, and the newest for home pages."""

from __future__ import annotations

from communique.content import archives, cards, leaves, lists
from communique.content.archives import Place
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, latest, newest, older
from communique.content.questions.site import codes
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet

from . import questions, shelves

TABLE = "gallery_gallerypage"
RECENT = 3


def gallery(ask: Ask, page_id: int) -> Copy | None:
    """The newest page of a gallery's list, at the gallery's own address."""
    return _list(ask, page_id, newest(ask, shelves.of(page_id)))


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a gallery's list."""
    page_id = int(place[0])
    leaf = older(ask, shelves.of(page_id), number)
    return _list(ask, page_id, leaf) if leaf else None


def place(ask: Ask, place: list[str]) -> Place | None:
    """The page of a gallery's list, for its archives."""
    return archives.place_of(ask, TABLE, int(place[0]))


def years(ask: Ask, page_id: int) -> Copy | None:
    """The ways to the years of a gallery."""
    here = place(ask, [str(page_id)])
    return archives.ways(ask, _years_of(page_id), shelves.of(page_id), here) if here else None


def _years_of(page_id: int) -> str:
    return f"~albums-by-year/{page_id}"


def _list(ask: Ask, page_id: int, leaf: Leaf) -> Copy | None:
    page = ask(asked.introduced, TABLE, page_id)
    if page is None:
        return None
    top = page.head
    albums, media = cards.several(ask, leaf.entries)
    address, is_newest = leaves.own_address(leaf, top.address), leaf.newer is None
    frame = leaves.frame(ask, top, leaf, albums)
    context = {
        "frame": frame,
        "gallery": {"title": top.title, "introduction_html": page.introduction_html if is_newest else ""},
        "albums": albums,
        "archive": _years_of(page_id),
        **leaves.context(leaf, top.address),
    }
    return Copy(address, context, "gallery/list.html", top.language, expires=top.expires, media=media)


def recent(ask: Ask, language: str) -> Copy:
    """The newest albums of a language, for the home page; empty where there are none."""
    entries = ask(latest, lists.newest(questions.KIND, language), RECENT)
    albums, media = cards.several(ask, [(page_id, questions.KIND) for _, page_id in entries])
    address = f"~recent-albums/{language}"
    return Copy(address, {"albums": albums}, "gallery/fragments/recent.html", language, media=media)


SHEETS = (
    Sheet("gallery", gallery, each=TABLE),
    Sheet("albums-by-year", years, each=TABLE),
    Sheet("recent-albums", recent, keys=codes),
)
