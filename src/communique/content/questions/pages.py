"""Pages: their place, their translations, and what links call them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from communique.content import languages
from communique.content.bodies import Body, body
from communique.content.richtext import printed
from communique.press.questions import Reading, Row, question
from communique.publishing.addresses import address_of
from communique.text.scripts import own_name

STEP = 4  # signs of a tree path for each level
HOME_DEPTH = 2


@dataclass(frozen=True)
class Link:
    """A page as a link shows it."""

    title: str
    address: str


@dataclass(frozen=True)
class Translation:
    """The same text in a language; one of them is the `original` that the others were made from."""

    language: str
    name: str
    address: str
    original: bool = False


@dataclass(frozen=True)
class Head:
    """What every page has."""

    page_id: int
    title: str
    address: str
    language: str
    description: str
    path: str
    key: str
    expires: datetime | None
    translations: tuple[Translation, ...]


@dataclass(frozen=True)
class Plain:
    """A plain page."""

    head: Head
    standfirst: str
    body: Body


@dataclass(frozen=True)
class Landing:
    """A landing page, without its slots."""

    head: Head
    standfirst: str


@dataclass(frozen=True)
class Legal:
    """A legal page."""

    head: Head
    role: str
    standfirst: str
    body: Body


@dataclass(frozen=True)
class Front:
    """A home page: an introduction above what the sections put there, a text of its own below."""

    head: Head
    introduction_html: str
    body: Body


@dataclass(frozen=True)
class Introduced:
    """A page that shows an introduction and what others put below it."""

    head: Head
    introduction_html: str


def head(read: Reading, table: str, page_id: int, own: Row | None = None) -> Head | None:
    """What every page has; None for one that no reader can see. For use inside questions.

    `own` is the page's row in its own table, if it has been read already, with `language` and `original_id`.
    """
    own = own or read.row(table, page_id, columns=("language", "original_id"))
    page = read.row("wagtailcore_page", page_id, columns=_HEAD) if own is not None else None
    address = current_address(read, page_id) if page is not None else None
    if page is None or own is None or address is None:
        return None
    return Head(
        page_id,
        page.title,
        address,
        own.language,
        page.search_description,
        page.path,
        str(UUID(str(page.translation_key))),
        page.expire_at,
        translations(read, table, page_id, own.original_id),
    )


_HEAD = ("title", "search_description", "path", "translation_key", "expire_at")


def current_address(read: Reading, page_id: int) -> str | None:
    """Where a page stands that is known to be public. For use inside questions that have read its row."""
    # Chosen here and not in SQL: an index on the current ones alone makes SQLite plan such a statement each time.
    rows = read.rows("publishing_address", page_id=page_id, columns=("address", "state"))
    return next((str(row.address) for row in rows if row.state == "current"), None)


def translations(read: Reading, table: str, page_id: int, original_id: int | None) -> tuple[Translation, ...]:
    """The other public pages of a page's translation group, in the order of the site's languages."""
    root = original_id or page_id
    group = {row.page_ptr_id: row.language for row in read.rows(table, original_id=root, columns=_MEMBER)}
    first = read.row(table, root, columns=_MEMBER) if original_id is not None else None
    if first is not None:
        group[root] = first.language
    group.pop(page_id, None)
    found = []
    for number, language in group.items():
        address = address_of.reads(read, number)
        if address is not None:
            found.append(Translation(language, own_name(language), address, number == root))
    order = {code: place for place, code in enumerate(languages.published())}
    found.sort(key=lambda one: (order.get(one.language, len(order)), one.language, one.address))
    return tuple(found)


_MEMBER = ("page_ptr_id", "language")


def link(read: Reading, page_id: int) -> Link | None:
    """A public page as a link shows it. For use inside questions."""
    page = read.row("wagtailcore_page", page_id, columns=("title",))
    address = current_address(read, page_id) if page is not None else None
    return Link(page.title, address) if page is not None and address is not None else None


@question
def crumbs(read: Reading, path: str) -> tuple[Link, ...]:
    """The public pages from the home page down to the one at a tree path, that one included."""
    found = []
    for end in range(HOME_DEPTH * STEP, len(path) + 1, STEP):
        for page in read.rows("wagtailcore_page", path=path[:end], columns=("id", "title")):
            address = current_address(read, page.id)
            if address is not None:
                found.append(Link(page.title, address))
    return tuple(found)


@question
def titled(read: Reading, page_id: int) -> Link | None:
    """A public page's title and address."""
    return link(read, page_id)


@question
def plain(read: Reading, page_id: int) -> Plain | None:
    """A plain page with its body."""
    own = read.row("content_plainpage", page_id)
    top = head(read, "content_plainpage", page_id, own)
    if top is None or own is None:
        return None
    return Plain(top, own.standfirst, body(read, own.body, top.language, top.address))


@question
def landing(read: Reading, page_id: int) -> Landing | None:
    """A landing page."""
    own = read.row("content_landingpage", page_id)
    top = head(read, "content_landingpage", page_id, own)
    return Landing(top, own.standfirst) if top is not None and own is not None else None


@question
def legal(read: Reading, page_id: int) -> Legal | None:
    """A legal page with its body."""
    own = read.row("content_legalpage", page_id)
    top = head(read, "content_legalpage", page_id, own)
    if top is None or own is None:
        return None
    return Legal(top, own.role, own.standfirst, body(read, own.body, top.language, top.address))


@question
def legal_links(read: Reading, language: str) -> tuple[Link, ...]:
    """The legal pages of a language that readers can see: privacy first, one of each."""
    found: dict[str, Link] = {}
    for row in read.rows(
        "content_legalpage", language=language, order=("page_ptr_id",), columns=("page_ptr_id", "role")
    ):
        page = link(read, row.page_ptr_id)
        if page is not None:
            found.setdefault(row.role, page)
    return tuple(found[role] for role in ROLES if role in found)


ROLES = ("privacy", "imprint", "accessibility")


@question
def front(read: Reading, page_id: int) -> Front | None:
    """A home page."""
    own = read.row("content_homepage", page_id)
    top = head(read, "content_homepage", page_id, own)
    if top is None or own is None:
        return None
    introduction = printed(own.introduction, lambda number: address_of.reads(read, number))
    return Front(top, introduction, body(read, own.body, top.language, top.address))


@question
def introduced(read: Reading, table: str, page_id: int) -> Introduced | None:
    """A page of a table that has an introduction."""
    own = read.row(table, page_id, columns=("language", "original_id", "introduction"))
    top = head(read, table, page_id, own)
    if top is None or own is None:
        return None
    return Introduced(top, printed(own.introduction, lambda number: address_of.reads(read, number)))


@dataclass(frozen=True)
class Entry:
    """An entry of a menu."""

    label: str
    address: str
    external: bool


@question
def menu(read: Reading, language: str) -> tuple[Entry, ...]:
    """The entries of a language's menu that lead somewhere."""
    found = []
    for navigation in read.rows("content_navigation", language=language):
        for entry in read.rows("content_navigationentry", navigation_id=navigation.id, order=("sort_order",)):
            if entry.page_id is None:
                if entry.link:
                    found.append(Entry(entry.label, entry.link, not entry.link.startswith("/")))
                continue
            page = link(read, entry.page_id)
            if page is not None:
                found.append(Entry(entry.label or page.title, page.address, False))
    return tuple(found)


@question
def in_menu(read: Reading, language: str, address: str) -> bool:
    """Whether an entry of a language's menu leads to an address. Asked for few of them: sections, topics, people."""
    entries = read.rows("content_navigationentry", link=address, columns=_ENTRY)
    for place in read.rows("publishing_address", address=address, columns=("state", "page_id")):
        if place.state == "current" and place.page_id is not None:
            entries += read.rows("content_navigationentry", page_id=place.page_id, columns=_ENTRY)
    menus = (read.row("content_navigation", entry.navigation_id, columns=("language",)) for entry in entries)
    return any(menu is not None and menu.language == language for menu in menus)


_ENTRY = ("navigation_id",)
