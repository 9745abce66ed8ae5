"""The former site as its texts refer to it: which of its addresses lead to what here."""

from __future__ import annotations

from communique.content import addressing
from communique.content.models import Topic
from communique.migration.wordpress.conversion import Link
from communique.migration.wordpress.permalinks import OldSite
from communique.migration.wordpress.plan import Plan
from communique.migration.wordpress.planning import TOPICS

from .topics import TermKey

_QUERIES = ("/?p=", "/?page_id=")
_ARCHIVES = {"category": "category", "post_tag": "tag"}


def of_plan(plan: Plan) -> OldSite:
    """The hosts and the folder of the former site."""
    return OldSite(plan.told("folder", ""), frozenset(plan.told("hosts", [])))


class Links:
    """Where the links of imported texts lead: to pages here where they came along, else where they led before."""

    def __init__(self, plan: Plan, old: OldSite, pages: dict[int, int], home: int) -> None:
        self.old = old
        self.pages = pages
        self.home = home
        self.archives: dict[str, str] = {}
        rows = plan.rows("SELECT path, id FROM post WHERE kind IN ('post', 'page') AND path != '' ORDER BY place DESC")
        self._numbers = {_loosely(path): number for path, number in rows}

    def __call__(self, address: str) -> Link | None:
        """The link for an address in a text."""
        path = self.old.path(address)
        if path is None:
            # Written without a host and without a beginning slash, it leads nowhere from another page.
            return Link(address) if ":" in address or address.startswith("//") else None
        bare, _, fragment = path.partition("#")
        page = self._page(bare)
        if page is not None:
            return Link(bare + (f"#{fragment}" if fragment else ""), page)
        if _loosely(bare) == "":
            return Link("/", self.home)
        archive = self.archives.get(_loosely(bare))
        if archive:
            return Link(archive)
        return Link(address) if "//" in address else None

    def _page(self, path: str) -> int | None:
        number = self._numbers.get(_loosely(path))
        for query in _QUERIES:
            if path.startswith(query) and path[len(query) :].isdigit():
                number = int(path[len(query) :])
        return self.pages.get(number) if number is not None else None


def archives(plan: Plan, topics: dict[TermKey, int], language: str) -> dict[str, str]:
    """The addresses of categories and tags there, and of what became of them here."""
    slugs = dict(Topic.objects.filter(pk__in=topics.values()).values_list("pk", "slug"))
    parents = {(term.taxonomy, term.slug): term.parent for term in plan.terms(*TOPICS)}
    found: dict[str, str] = {}
    for (taxonomy, slug), topic in topics.items():
        if topic not in slugs:
            continue
        target = addressing.topic_address(slugs[topic], language)
        for chain in dict.fromkeys((_chain(taxonomy, slug, parents), slug)):
            path = OldSite("", frozenset()).path(f"/{_ARCHIVES[taxonomy]}/{chain}/")
            if path:
                found[path] = target
    return found


def _chain(taxonomy: str, slug: str, parents: dict[TermKey, str]) -> str:
    """A category's address holds those above it."""
    chain, seen = [slug], {slug}
    while (above := parents.get((taxonomy, chain[0]), "")) and above not in seen:
        chain.insert(0, above)
        seen.add(above)
    return "/".join(chain)


def _loosely(path: str) -> str:
    """An address without what readers and links get wrong."""
    bare = path.partition("#")[0]
    return bare.rstrip("/").casefold()
