"""The lists and feeds of a section's articles by their form: its reports, its statements. Empty ones aren't printed."""

from __future__ import annotations

from collections.abc import Sequence

from communique.content import cards, frames, leaves
from communique.content.divisions import Divided
from communique.content.questions import pages as asked
from communique.content.questions.lists import Leaf, is_empty, latest, newest, older
from communique.content.questions.pages import Head
from communique.content.questions.site import site
from communique.press.questions import Ask, Key, Reading, all_made, question
from communique.press.sheets import Copy, Sheet
from communique.syndication import printed

from . import forms, shelves
from .entries import entry

TABLE = "articles_articlespage"
IN_FEEDS = 10
"""So many are in the feeds of a form, whole: every publication waits for them, and those of the site have twenty."""

DIVIDED = Divided({form.name: form.division for form in forms.FORMS.values()})


@question
def lists_of_forms(read: Reading) -> Sequence[Key]:
    """A list of each form for each section, whether something stands in it or not: "12:report"."""
    sections = read.whole(TABLE, order=("page_ptr_id",), columns=("page_ptr_id",))
    return [f"{one.page_ptr_id}:{form}" for one in sections for form in DIVIDED.every]


def form_list(ask: Ask, key: str) -> Copy | None:
    """The newest page of a form's list, below its section."""
    page_id, form = _parts(key)
    if ask(is_empty, shelves.of_form(page_id, form)):
        return None
    return _list(ask, page_id, form, newest(ask, shelves.of_form(page_id, form)))


def older_page(ask: Ask, place: list[str], number: int) -> Copy | None:
    """An older page of a form's list."""
    page_id, form = _parts(":".join(place))
    leaf = older(ask, shelves.of_form(page_id, form), number) if form in DIVIDED.every else None
    return _list(ask, page_id, form, leaf) if leaf else None


def form_feeds(ask: Ask, key: str) -> Sequence[Copy] | None:
    """The feeds of a form's list: its newest, whole."""
    page_id, form = _parts(key)
    top = _head(ask, page_id)
    told = ask(latest, shelves.of_form(page_id, form), IN_FEEDS)
    if top is None or not told:
        return None
    entries = all_made(ask, ((entry, number) for _, number in told))
    title = f"{ask(site, top.language).name} – {DIVIDED.title(top.title, top.language, form)}"
    here = DIVIDED.address(top.address, form)
    return printed.printed(here, entries, title=title, language=top.language, expires=top.expires)


def ways(ask: Ask, page_id: int) -> Sequence[Copy] | None:
    """The ways from each list of a section to the others: fragments, so that a new form leaves them as they are."""
    top = _head(ask, page_id)
    if top is None:
        return None
    shown = [form for form in DIVIDED.every if not ask(is_empty, shelves.of_form(page_id, form))]
    return [_ways(top, current, shown) for current in ("", *shown)]


def ways_from(page_id: int, form: str = "") -> str:
    """The fragment with the ways from a list of a section to the others."""
    return f"~articles-by-form/{page_id}/{form}" if form else f"~articles-by-form/{page_id}"


def _ways(top: Head, current: str, shown: Sequence[str]) -> Copy:
    context = {"forms": DIVIDED.ways(top, current, shown) if shown else []}
    return Copy(ways_from(top.page_id, current), context, "articles/fragments/forms.html", top.language)


def _list(ask: Ask, page_id: int, form: str, leaf: Leaf) -> Copy | None:
    top = _head(ask, page_id)
    if top is None:
        return None
    shown, media = cards.several(ask, leaf.entries)
    title, here = DIVIDED.title(top.title, top.language, form), DIVIDED.address(top.address, form)
    is_newest = leaf.newer is None
    frame = frames.frame(
        ask,
        top.language,
        leaves.own_address(leaf, here),
        title,
        breadcrumbs=DIVIDED.above(ask, top, form, newest=is_newest),
        matter=cards.listed(shown),
    )
    context = {
        "frame": {**frame, "feeds": [*frame["feeds"], *printed.named(here, title)]},
        "section": {"title": title, "introduction_html": ""},
        "articles": shown,
        "fragments": {"above": ways_from(page_id, form), "below": ""},
        "feeds": printed.ways(here) if is_newest else [],
        **leaves.context(leaf, here),
    }
    address = leaves.own_address(leaf, here)
    return Copy(address, context, "articles/list.html", top.language, expires=top.expires, media=media)


def _head(ask: Ask, page_id: int) -> Head | None:
    page = ask(asked.introduced, TABLE, page_id)
    return page.head if page else None


def _parts(key: str) -> tuple[int, str]:
    number, _, form = key.partition(":")
    return int(number), form


SHEETS = (
    Sheet("articles-of-a-form", form_list, keys=lists_of_forms),
    Sheet("feeds-of-a-form", form_feeds, keys=lists_of_forms),
    Sheet("articles-by-form", ways, each=TABLE),
)
