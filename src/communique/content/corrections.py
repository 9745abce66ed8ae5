"""The page of corrections: what we got wrong and took back, in each language, the newest first."""

from __future__ import annotations

from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet
from communique.publishing import addresses
from communique.publishing.words import of_site as words

from . import frames, languages, leaves, lists
from .addressing import corrections_address, corrections_feed
from .cards import listed
from .frames import Context
from .questions import amendments
from .questions.lists import Leaf, newest, older
from .questions.pages import Link
from .questions.site import codes, offered, site

TITLE = "Corrections"


def title(language: str) -> str:
    """What the page is called in a language."""
    return words().gettext(language, TITLE)


def page(ask: Ask, language: str) -> Copy | None:
    """The newest page of corrections in a language that has a home page; it is there before there is anything on it."""
    if all(one.code != language for one in ask(offered)):
        return None
    return _page(ask, language, newest(ask, lists.corrections(language)))


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of them."""
    language = place[0]
    leaf = older(ask, lists.corrections(language), number)
    return _page(ask, language, leaf) if leaf else None


def _page(ask: Ask, language: str, leaf: Leaf) -> Copy:
    address = corrections_address(language)
    here = leaves.own_address(leaf, address)
    said = title(language)
    above = [Link(one.title, one.home) for one in ask(offered) if one.code == language]
    shown = _shown(ask, leaf)
    trail = [*above, *([Link(said, address)] * (here != address))]
    frame = frames.frame(ask, language, here, said, breadcrumbs=trail, matter=listed(shown))
    feeds = [{"title": f"{said} ({kind})", "address": corrections_feed(language, kind.lower())} for kind in _FEEDS]
    frame["feeds"] = [*frame["feeds"], *feeds]
    context = {
        "frame": frame,
        "title": said,
        "corrections": shown,
        "feeds": feeds,
        "email": ask(site, language).email,
        **leaves.context(leaf, address),
    }
    return Copy(here, context, "content/corrections.html", language)


_FEEDS = ("Atom", "JSON")


def _shown(ask: Ask, leaf: Leaf) -> list[Context]:
    found = (ask(amendments.notice, number) for number, _ in leaf.entries)
    return [
        {"title": one.page.title, "address": one.page.address, **amendments.shown(one.told)}
        for one in found
        if one is not None
    ]


def declare() -> list[Sheet]:
    """Keep the page's addresses free of other pages, and take on its older pages."""
    for language in languages.published():
        addresses.reserve(corrections_address(language), TITLE)
    leaves.offer("corrections", older_page)
    return [Sheet("corrections", page, keys=codes)]
