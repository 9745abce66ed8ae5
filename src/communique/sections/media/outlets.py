"""What outlets print: for each the list of what it had of us, and the ways to all of them."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import cards, frames, languages, leaves
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, newest, older
from communique.press.questions import Ask
from communique.press.sheets import Copy

from . import questions, shelves


def outlet(ask: Ask, outlet_id: int) -> Sequence[Copy]:
    """The newest page of an outlet in every language in which something of it is listed."""
    found = (
        _list(ask, outlet_id, language, newest(ask, shelves.of_outlet(outlet_id, language)))
        for language in languages.published()
    )
    return [copy for copy in found if copy is not None]


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of an outlet."""
    outlet_id, language = int(place[0]), place[1]
    leaf = older(ask, shelves.of_outlet(outlet_id, language), number)
    return _list(ask, outlet_id, language, leaf) if leaf else None


def _list(ask: Ask, outlet_id: int, language: str, leaf: Leaf) -> Copy | None:
    found = ask(questions.outlet, outlet_id, language) if leaf.entries else None
    if found is None:
        return None
    shown, media = cards.several(ask, leaf.entries)
    address = leaves.own_address(leaf, found.address)
    above = _above(ask, language)
    above += [] if address == found.address else [asked.Link(found.name, found.address)]
    frame = frames.frame(ask, language, address, found.name, breadcrumbs=above, matter=cards.listed(shown))
    context = {
        "frame": frame,
        "outlet": {"name": found.name, "link": found.link},
        "articles": shown,
        **leaves.context(leaf, found.address),
    }
    return Copy(address, context, "media/outlet.html", language, media=media)


def _above(ask: Ask, language: str) -> list[asked.Link]:
    """The pages down to the first section of coverage in the language, where there is one."""
    for page_id in ask(questions.sections, language):
        page = ask(asked.introduced, "media_mediapage", page_id)
        if page is not None:
            return list(ask(asked.crumbs, page.head.path))
    return []


def ways(ask: Ask, language: str) -> Copy:
    """All outlets that had something of us, by name: a fragment, so that older pages of lists stay as they are."""
    told = [
        found
        for outlet_id in ask(questions.every_outlet)
        if ask(questions.has_coverage, outlet_id, language)
        and (found := ask(questions.outlet, outlet_id, language)) is not None
    ]
    several = [{"name": one.name, "address": one.address} for one in sorted(told, key=lambda one: one.name.casefold())]
    return Copy(f"~outlets/{language}", {"outlets": several}, "media/fragments/outlets.html", language)
