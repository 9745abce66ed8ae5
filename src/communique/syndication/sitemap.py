"""The sitemap: an index, and parts by ranges of page numbers, so that a new page changes one part and no other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from urllib.parse import quote

from communique.content.frames import absolute
from communique.press.questions import Ask, Key, Reading, question
from communique.press.sheets import Copy
from communique.publishing.addresses import address_of

RANGE = 100
MEDIA_TYPE = "application/xml; charset=utf-8"

_XML = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'

_tables: list[str] = []
_dated: list[str] = []


@dataclass(frozen=True)
class Place:
    """A page in the sitemap: its number, its address, when it last changed."""

    page: int
    address: str
    changed: datetime | None


@dataclass(frozen=True)
class Kin:
    """Of one kind of page, what a part has of translations: pages with language and original, and who has those."""

    pages: tuple[tuple[int, str, int | None], ...]
    translations: tuple[tuple[int, int, str], ...]  # original, page, language


def offer(*tables: str, dated: str = "") -> None:
    """Let the sitemap carry the pages of these tables (those of `BasePage`), and of a `dated` one (a `DatedPage`)."""
    _tables.extend(table for table in (*tables, *([dated] if dated else [])) if table not in _tables)
    _dated.extend(table for table in [dated] if table and table not in _dated)


@question
def parts(read: Reading) -> Sequence[Key]:
    """The numbers of the parts: the first has the pages below 100."""
    newest = read.span("wagtailcore_page", ("id",), newest_first=True, limit=1, columns=("id",))
    return list(range(1, newest[0].id // RANGE + 2)) if newest else []


@question
def has_pages(read: Reading, part: int) -> bool:
    """Whether any page of a part has an address."""
    return bool(_addresses(read, *_range(part)))


@question
def places(read: Reading, part: int) -> tuple[Place, ...]:
    """The public pages of a part, in the order of their numbers."""
    low, high = _range(part)
    pages = read.span(
        "wagtailcore_page", ("id",), after=(low - 1,), before=(high,), columns=("id", "last_published_at")
    )
    addresses = _addresses(read, low, high)
    changed = _changes(read, low, high)
    return tuple(
        Place(page.id, addresses[page.id], changed.get(page.id, page.last_published_at))
        for page in pages
        if page.id in addresses
    )


@question
def kin(read: Reading, table: str, part: int) -> Kin:
    """What a part has of translations among the pages of one table: a new page of a kind changes nothing of others."""
    low, high = _range(part)
    columns = ("page_ptr_id", "language", "original_id")
    own = read.span(table, ("page_ptr_id",), after=(low - 1,), before=(high,), columns=columns)
    order = ("original_id", "page_ptr_id")
    others = read.span(table, order, after=(low - 1, 0), before=(high, 0), columns=columns)
    return Kin(
        tuple((row.page_ptr_id, row.language, row.original_id) for row in own),
        tuple(
            (row.original_id, row.page_ptr_id, row.language)
            for row in others
            if row.original_id is not None and low <= row.original_id < high
        ),
    )


@question
def group(read: Reading, table: str, root: int) -> tuple[tuple[int, str], ...]:
    """An original that is in another part, and its translations, with their languages."""
    columns = ("page_ptr_id", "language")
    first = read.row(table, root, columns=columns)
    rows = [*read.rows(table, original_id=root, columns=columns), *([first] if first else [])]
    return tuple((row.page_ptr_id, row.language) for row in rows)


def _addresses(read: Reading, low: int, high: int) -> dict[int, str]:
    """Where these pages are, by their numbers. Asked by number alone: by state, a database would go through all."""
    columns = ("page_id", "address", "state")
    found = read.span("publishing_address", ("page_id",), after=(low - 1,), before=(high,), columns=columns)
    return {row.page_id: row.address for row in found if row.state == "current"}


def _changes(read: Reading, low: int, high: int) -> dict[int, datetime | None]:
    """When readers of dated pages last found something new: not each time that a page was published again."""
    found: dict[int, datetime | None] = {}
    for table in _dated:
        columns = ("page_ptr_id", "published", "updated")
        for row in read.span(table, ("page_ptr_id",), after=(low - 1,), before=(high,), columns=columns):
            found[row.page_ptr_id] = row.updated or row.published
    for row in read.span("content_amendment", ("page_id",), after=(low - 1,), before=(high,), columns=("published",)):
        before = found.get(row.page_id)
        found[row.page_id] = max(before, row.published) if before else row.published
    return found


class _Groups:
    """The translation groups that the pages of a part belong to."""

    def __init__(self, ask: Ask, part: int, found: Iterable[Place]) -> None:
        self._ask = ask
        self._addresses: dict[int, str | None] = {place.page: place.address for place in found}
        self._language: dict[int, str] = {}
        self._root: dict[int, tuple[str, int]] = {}
        self._members: dict[int, dict[int, str]] = {}
        for table in _tables:
            told = ask(kin, table, part)
            self._language.update((page, language) for page, language, _ in told.pages)
            self._root.update((page, (table, original)) for page, _, original in told.pages if original is not None)
            for original, page, language in told.translations:
                self._members.setdefault(original, {})[page] = language

    def versions(self, page: int) -> list[tuple[str, str]]:
        """Language and address of a page and its translations; nothing for a page without any."""
        several = dict(self._members.get(page, {}))
        if page in self._root:
            several |= dict(self._ask(group, *self._root[page]))
        if not several:
            return []
        several[page] = self._language[page]
        found = ((language, self._address(number)) for number, language in several.items())
        known = sorted((language, address) for language, address in found if address)
        return known if len(known) > 1 else []

    def _address(self, page: int) -> str | None:
        if page not in self._addresses:
            self._addresses[page] = self._ask(address_of, page)
        return self._addresses[page]


def index(ask: Ask, _: object) -> Copy:
    """The index of the parts that have pages."""
    numbers = [int(number) for number in ask(parts)]
    lines = [f"<sitemap><loc>{_located(_address(one))}</loc></sitemap>" for one in numbers if ask(has_pages, one)]
    body = _document(f"sitemapindex {_SITEMAP}", lines)
    return Copy("/sitemap.xml", body=body, media_type=MEDIA_TYPE)


def part(ask: Ask, number: int) -> Copy | None:
    """One part; none when it has no page."""
    found = ask(places, number)
    if not found:
        return None
    groups = _Groups(ask, number, found)
    lines = [_url(place, groups.versions(place.page)) for place in found]
    return Copy(_address(number), body=_document(f"urlset {_SITEMAP} {_XHTML}", lines), media_type=MEDIA_TYPE)


def _range(part: int) -> tuple[int, int]:
    return (part - 1) * RANGE, part * RANGE


def _address(part: int) -> str:
    return f"/sitemap/{part}.xml"


def _located(address: str) -> str:
    return escape(quote(absolute(address), safe=":/?&=%[]"))


def _url(place: Place, several: Sequence[tuple[str, str]]) -> str:
    changed = f"<lastmod>{place.changed.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</lastmod>" if place.changed else ""
    versions = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{_located(address)}"/>'
        for language, address in several
    )
    return f"<url><loc>{_located(place.address)}</loc>{changed}{versions}</url>"


def _document(root: str, lines: Iterable[str]) -> bytes:
    name = root.partition(" ")[0]
    return "\n".join([_XML, f"<{root}>", *lines, f"</{name}>", ""]).encode()
