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

RANGE = 100
MEDIA_TYPE = "application/xml; charset=utf-8"

_XML = '<?xml version="1.0" encoding="utf-8"?>'
_SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'

_tables: list[str] = []
_dated: list[str] = []


@dataclass(frozen=True)
class Place:
    """A page in the sitemap: its address, when it last changed, and its translations with itself among them."""

    address: str
    changed: datetime | None
    versions: tuple[tuple[str, str], ...]


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
    low, high = _range(part)
    found = read.span(
        "publishing_address",
        ("page_id",),
        after=(low - 1,),
        before=(high,),
        limit=1,
        state="current",
        columns=("page_id",),
    )
    return bool(found)


@question
def places(read: Reading, part: int) -> tuple[Place, ...]:
    """The public pages of a part, in the order of their numbers."""
    low, high = _range(part)
    pages = read.span(
        "wagtailcore_page", ("id",), after=(low - 1,), before=(high,), columns=("id", "last_published_at")
    )
    addresses = {
        row.page_id: row.address
        for row in read.span(
            "publishing_address",
            ("page_id",),
            after=(low - 1,),
            before=(high,),
            columns=("page_id", "address", "state"),
        )
        if row.state == "current"
    }
    groups = _Groups(read, low, high, addresses)
    changed = _changes(read, low, high)
    return tuple(
        Place(addresses[page.id], changed.get(page.id, page.last_published_at), groups.versions(page.id))
        for page in pages
        if page.id in addresses
    )


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

    def __init__(self, read: Reading, low: int, high: int, addresses: dict[int, str]) -> None:
        self._read = read
        self._addresses = addresses
        self._language: dict[int, str] = {}
        self._root: dict[int, tuple[str, int]] = {}
        self._members: dict[int, dict[int, str]] = {}
        for table in _tables:
            self._table(table, low, high)

    def _table(self, table: str, low: int, high: int) -> None:
        columns = ("page_ptr_id", "language", "original_id")
        for row in self._read.span(table, ("page_ptr_id",), after=(low - 1,), before=(high,), columns=columns):
            self._language[row.page_ptr_id] = row.language
            if row.original_id is not None:
                self._root[row.page_ptr_id] = (table, row.original_id)
        order = ("original_id", "page_ptr_id")
        for row in self._read.span(table, order, after=(low - 1, 0), before=(high, 0), columns=columns):
            if row.original_id is not None and low <= row.original_id < high:
                self._members.setdefault(row.original_id, {})[row.page_ptr_id] = row.language

    def versions(self, page_id: int) -> tuple[tuple[str, str], ...]:
        """Language and address of a page and its translations; nothing for a page without any."""
        group = dict(self._members.get(page_id, {}))
        if page_id in self._root:
            table, root = self._root[page_id]
            group |= self._group(table, root)
        if not group:
            return ()
        group[page_id] = self._language[page_id]
        found = ((language, self._address(number)) for number, language in group.items())
        known = sorted((language, address) for language, address in found if address)
        return tuple(known) if len(known) > 1 else ()

    def _group(self, table: str, root: int) -> dict[int, str]:
        columns = ("page_ptr_id", "language")
        group = {row.page_ptr_id: row.language for row in self._read.rows(table, original_id=root, columns=columns)}
        first = self._read.row(table, root, columns=columns)
        return group | ({root: first.language} if first else {})

    def _address(self, page_id: int) -> str | None:
        if page_id not in self._addresses:
            rows = self._read.rows("publishing_address", page_id=page_id, state="current", columns=("address",))
            visible = self._read.row("wagtailcore_page", page_id, columns=("id",))
            self._addresses[page_id] = rows[0].address if rows and visible else ""
        return self._addresses[page_id]


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
    lines = [_url(place) for place in found]
    return Copy(_address(number), body=_document(f"urlset {_SITEMAP} {_XHTML}", lines), media_type=MEDIA_TYPE)


def _range(part: int) -> tuple[int, int]:
    return (part - 1) * RANGE, part * RANGE


def _address(part: int) -> str:
    return f"/sitemap/{part}.xml"


def _located(address: str) -> str:
    return escape(quote(absolute(address), safe=":/?&=%[]"))


def _url(place: Place) -> str:
    changed = f"<lastmod>{place.changed.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}</lastmod>" if place.changed else ""
    versions = "".join(
        f'<xhtml:link rel="alternate" hreflang="{escape(language)}" href="{_located(address)}"/>'
        for language, address in place.versions
    )
    return f"<url><loc>{_located(place.address)}</loc>{changed}{versions}</url>"


def _document(root: str, lines: Iterable[str]) -> bytes:
    name = root.partition(" ")[0]
    return "\n".join([_XML, f"<{root}>", *lines, f"</{name}>", ""]).encode()
