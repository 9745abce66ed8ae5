"""What media coverage prints: each piece, the lists of sections and outlets, and the newest for other pages."""

from __future__ import annotations

from communique.content import cards, lists
from communique.content.cards import Card
from communique.content.questions import pages as asked
from communique.content.questions.lists import latest
from communique.content.questions.site import codes
from communique.press.questions import Ask
from communique.press.sheets import Copy, Sheet

from . import listing, outlets, questions
from .coverage import coverage

RECENT = 5


def recent(ask: Ask, language: str) -> Copy:
    """The newest coverage of a language, for the home page and others; empty where there is none."""
    told = ask(questions.sections, language)
    above = ask(asked.titled, told[0]) if told else None
    more = {"title": above.title, "address": above.address} if above else None
    context = {"articles": _recent(ask, language), "more": more}
    return Copy(f"~recent-media-coverage/{language}", context, "media/fragments/recent.html", language)


def beside(ask: Ask, language: str) -> Copy:
    """The newest coverage of a language, in short, for the sidebar of every page; empty where there is none."""
    context = {"articles": _recent(ask, language)}
    return Copy(listing.beside_of(language), context, "media/fragments/beside.html", language)


def _recent(ask: Ask, language: str) -> list[Card]:
    """The newest of all sections of a language."""
    entries = [(page_id, questions.KIND) for _, page_id in ask(latest, lists.newest(questions.KIND, language), RECENT)]
    return cards.several(ask, entries)[0]


SHEETS = (
    Sheet("coverage", coverage, each=questions.TABLE),
    Sheet("media-section", listing.section, each=listing.TABLE),
    Sheet("media-by-year", listing.years, each=listing.TABLE),
    Sheet("outlet", outlets.outlet, each="media_outlet"),
    Sheet("outlets", outlets.ways, keys=codes),
    Sheet("recent-media-coverage", recent, keys=codes),
    Sheet("media-beside", beside, keys=codes),
)
