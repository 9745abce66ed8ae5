"""Old addresses: every way by which something was reached there answers here, in one hop at most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from unicodedata import normalize

from wagtail.models import Page

from communique.content import addressing
from communique.content.models import Person
from communique.migration.wordpress import permalinks
from communique.migration.wordpress.permalinks import OldSite
from communique.migration.wordpress.plan import Plan, Planned
from communique.publishing import addresses
from communique.publishing.models import Address

State = Address.State

# Prefixes that are the site's own: nothing published stands there.
_OURS = ("/desk/", "/-/", "/_/", "/~")
_LONGEST = 1500
_PER_PAGE = 10
_MOST_PAGES = 200


class Addresses:
    """Gives addresses to what is being published. A stated permalink is kept where it is free."""

    def __init__(self, plan: Plan, old: OldSite) -> None:
        self.plan = plan
        self.old = old
        self.taken = set(Address.objects.values_list("address", flat=True)) | addresses.reserved()
        held = Address.objects.filter(state=State.CURRENT, page__isnull=False).values_list("page_id", "address")
        self.standing = dict(held)
        self.kept = 0
        self.moved: list[tuple[str, str]] = []

    def give(self, ready: Sequence[tuple[Planned, Page]]) -> None:
        """Addresses for all these pages, and redirects from wherever else they stood."""
        self._take_back([page.pk for _, page in ready])
        from_above = sorted(ready, key=lambda pair: pair[1].depth)
        rows = [row for planned, page in from_above if (row := self._current(planned, page)) is not None]
        for planned, page in ready:
            rows += self._others(planned, page)
        Address.objects.bulk_create(rows, batch_size=300)

    def _take_back(self, pages: Sequence[int]) -> None:
        """What is shown again gets the addresses back that were gone while it was hidden."""
        for at in range(0, len(pages), 400):
            gone = Address.objects.filter(page_id__in=pages[at : at + 400], state=State.GONE)
            self.taken -= set(gone.values_list("address", flat=True))
            gone.delete()

    def lead(self, pairs: Iterable[tuple[str, str]], state: State = State.OLD) -> int:
        """Redirects to what is no page: lists, feeds. Tells how many were new."""
        rows = [
            Address(address=address, state=state, target="" if state == State.GONE else target)
            for address, target in dict(pairs).items()
            if address != target and self._take(address)
        ]
        Address.objects.bulk_create(rows, batch_size=300)
        return len(rows)

    def _current(self, planned: Planned, page: Page) -> Address | None:
        if page.pk in self.standing:
            return None
        default = self._default(page)
        stated = planned.path if planned.path and permalinks.is_plain(planned.path) else ""
        if stated and self._is_free(stated):
            address = stated
            self.kept += 1
        else:
            address = self._free(default)
            self.moved.append((planned.path, address))
        self._take(address)
        self.standing[page.pk] = address
        return Address(address=address, page_id=page.pk, state=State.CURRENT, proposed=default)

    def _default(self, page: Page) -> str:
        """What `publishing.addresses.proposal` says of it, without asking the database for each."""
        parent = page.get_parent()
        return normalize("NFC", f"{self.standing.get(parent.pk, '/')}{page.slug}/")

    def _others(self, planned: Planned, page: Page) -> list[Address]:
        post = self.plan.post(planned.wordpress_id)
        if post is None:
            return []
        others = permalinks.derived(post, planned.path or "/")
        return [Address(address=address, page_id=page.pk, state=State.OLD) for address in others if self._take(address)]

    def _is_free(self, address: str) -> bool:
        possible = not address.startswith(_OURS) and len(address) <= _LONGEST
        return possible and address not in self.taken and addresses.holder_of(address) is None

    def _take(self, address: str) -> bool:
        free = self._is_free(address)
        self.taken.add(address)
        return free

    def _free(self, wished: str) -> str:
        address, number = wished, 2
        while address in self.taken or addresses.holder_of(address) is not None:
            address, number = f"{wished.rstrip('/')}-{number}/", number + 1
        return address


def archives(terms: dict[str, str], counts: dict[str, int]) -> Iterable[tuple[str, str]]:
    """Categories and tags with their feeds and further pages: to the topic."""
    for path, target in terms.items():
        yield from _listing(path, target, counts.get(path, _PER_PAGE))


def people(plan: Plan, known: dict[str, int], language: str) -> Iterable[tuple[str, str]]:
    """The pages of authors: to the person."""
    slugs = dict(Person.objects.filter(pk__in=known.values()).values_list("pk", "slug"))
    numbers = {login: person["wordpress_id"] for login, person in plan.told("people", {}).items()}
    for login, person in known.items():
        target = addressing.person_address(slugs[person], language) if person in slugs else ""
        nicename = _nicename(login)
        if target and nicename:
            yield from _listing(f"/author/{nicename}/", target, _PER_PAGE)
            if numbers.get(login):
                yield f"/?author={numbers[login]}", target


def dates(plan: Plan, target: str) -> Iterable[tuple[str, str]]:
    """The archives of years, months and days: to the list of articles."""
    rows = plan.rows(
        "SELECT path FROM post WHERE kind = 'post' AND state = 'live' AND path GLOB '/[0-9][0-9][0-9][0-9]/*'"
    )
    found: dict[str, None] = {}
    for (path,) in rows:
        parts = path.split("/")[1:-1]
        while parts and not parts[-1].isdigit():
            parts.pop()
        for length in range(1, min(len(parts), 3) + 1):
            found[f"/{'/'.join(parts[:length])}/"] = None
    for path in found:
        yield from _listing(path, target, _PER_PAGE)


def site_wide(home: str, articles: str, posts: int) -> Iterable[tuple[str, str]]:
    """What every WordPress site answers: feeds, sitemaps, further pages, the way in."""
    for feed in ("/feed/", "/feed/rss/", "/feed/rss2/", "/feed/atom/", "/?feed=rss2", "/?feed=atom", "/?feed=rss"):
        yield feed, f"{home}feed.atom"
    for feed in ("/comments/feed/", "/?feed=comments-rss2"):
        yield feed, f"{home}feed.atom"
    for sitemap in ("/wp-sitemap.xml", "/sitemap_index.xml", "/post-sitemap.xml", "/page-sitemap.xml"):
        yield sitemap, "/sitemap.xml"
    for number in range(2, min(posts // _PER_PAGE + 2, _MOST_PAGES) + 1):
        yield f"/page/{number}/", articles
    yield "/wp-login.php", "/desk/"
    yield "/wp-admin/", "/desk/"


GONE = ("/xmlrpc.php", "/wp-json/", "/wp-cron.php", "/wp-trackback.php")


def attachments(plan: Plan, old: OldSite, standing: dict[int, str], pages: dict[int, int]) -> Iterable[tuple[str, str]]:
    """The pages of pictures: to the article that shows them."""
    for number, link, parent in plan.rows("SELECT id, link, parent FROM post WHERE kind = 'attachment'"):
        target = standing.get(pages.get(parent, 0), "")
        path = old.path(link) if link else None
        if target and path:
            yield path, target
            yield f"/?attachment_id={number}", target


def _listing(path: str, target: str, number: int) -> Iterable[tuple[str, str]]:
    yield path, target
    yield f"{path}feed/", target
    for page in range(2, min(-(-number // _PER_PAGE), _MOST_PAGES) + 1):
        yield f"{path}page/{page}/", target


def _nicename(login: str) -> str:
    letters = [sign if sign.isascii() and (sign.isalnum() or sign in "-_") else "-" for sign in login.lower()]
    joined = "".join(letters)
    while "--" in joined:
        joined = joined.replace("--", "-")
    return joined.strip("-")
