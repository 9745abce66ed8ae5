"""Archives: a page for each year and each month of a list, at addresses that stay; counted, and linked from the list.

A section offers what its lists are called and where they are; those have archives, and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wagtail.models import Page

from communique.press.questions import Ask
from communique.press.sheets import Copy, Media, Sheet
from communique.publishing import addresses
from communique.text.dates import month_in_words
from communique.text.sentences import sentence

from . import cards, frames, leaves
from .addressing import period_of_list
from .frames import Context
from .lists import PAGE, keep_archives
from .questions import pages as asked
from .questions.lists import (
    Leaf,
    has_month,
    has_year,
    in_month,
    in_year,
    months,
    newest_of_month,
    older_of_month,
    period,
    stretch,
    years,
)
from .questions.pages import Link


@dataclass(frozen=True)
class Place:
    """The page of a list: what it is called, where it is and in which language, and the pages down to it."""

    title: str
    address: str
    language: str
    trail: tuple[Link, ...]


WHOLE: Context = {"older": None, "newer": None}
"""Where a page stands that is all there is."""

Find = Callable[[Ask, "list[str]"], Place | None]
"""(ask, what follows the shelf's kind) → the page of that list, if readers can see it."""

_offered: dict[str, Find] = {}


def offer(kind: str, find: Find, below: type[Page]) -> None:
    """Let the lists whose shelves are of a kind have archives, which stand below a kind of page."""
    _offered[kind] = find
    keep_archives(kind)
    addresses.keep_below(below, "[0-9]{1,4}", sentence("The archive of a year"))


def place_of(ask: Ask, table: str, page_id: int) -> Place | None:
    """Where the list is that a page of a table, one with an introduction, shows at its own address."""
    page = ask(asked.introduced, table, page_id)
    if page is None:
        return None
    above = ask(asked.crumbs, page.head.path[: -asked.STEP])
    return Place(page.head.title, page.head.address, page.head.language, above)


def page(ask: Ask, number: int) -> Copy | None:
    """A year or month of a list; none when nothing stands in it, or the list can't be seen."""
    found = ask(period, number)
    if found is None:
        return None
    shelf, year, month = found
    place = _place(ask, shelf)
    if place is None:
        return None
    return _month(ask, shelf, place, year, month) if month else _year(ask, shelf, place, year)


def _place(ask: Ask, shelf: str) -> Place | None:
    kind, *rest = shelf.split(":")
    return _offered[kind](ask, rest) if kind in _offered else None


def _year(ask: Ask, shelf: str, place: Place, year: int) -> Copy | None:
    """The months of a year, counted; in a quiet year also what stands in them."""
    told: list[Context] = [
        {
            "address": period_of_list(place.address, year, month),
            "title": month_in_words(year, month, place.language),
            "count": count,
        }
        for month in ask(months, shelf, year)
        if (count := ask(in_month, shelf, year * 100 + month))
    ]
    if not told:
        return None
    total = sum(one["count"] for one in told)
    entries = ask(stretch, shelf, year * 100 + 1, 0, total) if total <= PAGE else ()
    articles, media = cards.several(ask, entries[::-1])
    beside = _beside(ask, shelf, place, year)
    context = {"title": str(year), "months": told, "articles": articles, "leaf": WHOLE, **beside}
    return _copy(ask, place, period_of_list(place.address, year), str(year), context, (), media)


def _month(ask: Ask, shelf: str, place: Place, year: int, month: int) -> Copy | None:
    """The newest page of a month."""
    leaf = newest_of_month(ask, shelf, year * 100 + month)
    return _page_of_month(ask, shelf, place, year, month, leaf)


def older_page_of_month(ask: Ask, rest: list[str], number: int) -> Copy | None:
    """An older page of a month of a list: what follows its shelf's kind is the month (202611), and the list's shelf."""
    month, shelf = int(rest[0]), ":".join(rest[1:])
    place = _place(ask, shelf)
    leaf = older_of_month(ask, shelf, month, number) if place is not None else None
    return _page_of_month(ask, shelf, place, *divmod(month, 100), leaf) if place and leaf else None


def _page_of_month(ask: Ask, shelf: str, place: Place, year: int, month: int, leaf: Leaf) -> Copy | None:
    articles, media = cards.several(ask, leaf.entries)
    if not articles:
        return None
    title, address = month_in_words(year, month, place.language), period_of_list(place.address, year, month)
    beside = _beside(ask, shelf, place, year, month)
    context = {"title": title, "months": [], "articles": articles, "leaf": leaves.context(leaf, address), **beside}
    above = [Link(str(year), period_of_list(place.address, year))]
    if leaf.newer is not None:
        above.append(Link(title, address))
    return _copy(ask, place, leaves.own_address(leaf, address), title, context, above, media)


def _copy(
    ask: Ask,
    place: Place,
    address: str,
    title: str,
    context: Context,
    above: Sequence[Link],
    media: tuple[Media, ...] = (),
) -> Copy:
    trail = (*place.trail, Link(place.title, place.address), *above)
    matter = cards.listed(context["articles"] or context["months"])
    frame = frames.frame(ask, place.language, address, f"{place.title}: {title}", breadcrumbs=trail, matter=matter)
    section = {"title": place.title, "address": place.address}
    whole = {"frame": frame, "section": section, **context}
    return Copy(address, whole, "content/archive.html", place.language, media=media)


def _beside(ask: Ask, shelf: str, place: Place, year: int, month: int = 0) -> Context:
    """The nearest periods of the same kind before and after, in which something stands."""
    if month:
        here = [(year, one) for one in ask(months, shelf, year)]
        every = [place for place in here if ask(has_month, shelf, place[0] * 100 + place[1])]
    else:
        every = [(one, 0) for one in reversed(ask(years, shelf)) if ask(has_year, shelf, one)]
    at = every.index((year, month)) if (year, month) in every else 0
    older = every[at - 1] if at > 0 else None
    newer = every[at + 1] if at + 1 < len(every) else None
    return {"older": _way(place, older), "newer": _way(place, newer)}


def _way(place: Place, when: tuple[int, int] | None) -> Context | None:
    if when is None:
        return None
    year, month = when
    title = month_in_words(year, month, place.language) if month else str(year)
    return {"address": period_of_list(place.address, year, month), "title": title}


def ways(ask: Ask, address: str, shelf: str, place: Place) -> Copy:
    """The years of a list with how many stand in each: a fragment, so that older pages of the list stay as they are."""
    told = [
        {"address": period_of_list(place.address, year), "year": year, "count": count}
        for year in ask(years, shelf)
        if (count := ask(in_year, shelf, year))
    ]
    return Copy(address, {"years": told}, "content/fragments/archive.html", place.language)


def declare() -> Sheet:
    """The sheet of years and months. Older pages of months are leaves."""
    leaves.offer("month", older_page_of_month)
    return Sheet("period", page, each="content_period")
