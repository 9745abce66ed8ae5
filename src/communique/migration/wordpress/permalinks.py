"""Old addresses: where a post stood, by which other ways it was reached, and which addresses are the site's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from unicodedata import normalize
from urllib.parse import SplitResult, unquote, urlsplit

from .providers import host_of
from .shapes import Post

UNNUMBERED = 1 << 40
"""From here on, numbers are not WordPress' own: they were made for posts that had none to themselves."""

_QUERY = {"post": "p", "page": "page_id"}
_NEXT_PAGE = re.compile(r"<!--\s*nextpage\s*-->")
_DATED = re.compile(r"/(?P<year>\d{4})/(?P<month>\d{2})/(?:(?P<day>\d{2})/)?")
_MOST_PAGES = 50


@dataclass(frozen=True, slots=True)
class OldSite:
    """The former site's own hosts, and the folder that it stood in."""

    folder: str
    hosts: frozenset[str]

    def path(self, address: str) -> str | None:
        """An address of the former site as a path of ours, with its query; None if it isn't one of its own."""
        parts = _split(address)
        if parts is None or (parts.netloc and host_of(address) not in self.hosts):
            return None
        if not parts.netloc and not address.startswith("/"):
            return None
        path = readable(parts.path)
        if self.folder and (path + "/").startswith(self.folder + "/"):
            path = path[len(self.folder) :]
        path = re.sub(r"/{2,}", "/", path) or "/"
        return f"{path}?{parts.query}" if parts.query else path


def folder_of(base: str) -> str:
    """The folder that a site stood in: "" or "/blog"."""
    parts = _split(base)
    return readable(parts.path).rstrip("/") if parts else ""


def readable(path: str) -> str:
    """A path with its percent-encoding undone, in NFC; what doesn't decode stays as it is written."""
    try:
        return normalize("NFC", unquote(path, errors="strict"))
    except UnicodeDecodeError:
        return path


def is_plain(path: str) -> bool:
    """Whether a path can be an address of its own: no query that only the former site understood."""
    return "?" not in path


def derived(post: Post, path: str) -> list[str]:
    """The other ways by which readers and machines reached a post."""
    found = _by_number(post)
    if not is_plain(path):
        return [*dict.fromkeys([*found, path])]
    below = path.rstrip("/")
    if below:
        found.append(f"{below}/feed/")
    pages = min(len(_NEXT_PAGE.findall(post.content)), _MOST_PAGES)
    found += [f"{below}/{page}/" for page in range(2, pages + 2)]
    return [*dict.fromkeys([*found, *_former(post, path)])]


def _by_number(post: Post) -> list[str]:
    number = post.wordpress_id
    if number >= UNNUMBERED:
        return []
    query = _QUERY.get(post.kind)
    if query is None:
        return [f"/?p={number}", f"/?post_type={post.kind}&p={number}"]
    return [*dict.fromkeys([f"/?{query}={number}", f"/?p={number}"])]


def _former(post: Post, path: str) -> list[str]:
    """Where a post stood before its slug or date was changed."""
    slug = readable(post.slug)
    found = []
    for old in post.meta_values("_wp_old_slug"):
        if slug and slug in path and old.strip():
            found.append(path.replace(slug, readable(old.strip())))
    dated = _DATED.search(path)
    for old in post.meta_values("_wp_old_date"):
        then = re.match(r"(\d{4})-(\d{2})-(\d{2})", old)
        if dated and then:
            parts = then.groups() if dated["day"] else then.groups()[:2]
            found.append(f"{path[: dated.start()]}/{'/'.join(parts)}/{path[dated.end() :]}")
    return [address for address in found if address != path]


def pattern(post: Post, path: str) -> str:
    """How a permalink is made, in WordPress' own words: /%year%/%monthnum%/%postname%/."""
    if not is_plain(path):
        return "/?p=%post_id%"
    made = path
    slug = readable(post.slug)
    if slug:
        made = made.replace(slug, "%postname%")
    date = post.date[:10].split("-")
    if len(date) == 3:
        made = made.replace(f"/{date[0]}/{date[1]}/{date[2]}/", "/%year%/%monthnum%/%day%/")
        made = made.replace(f"/{date[0]}/{date[1]}/", "/%year%/%monthnum%/").replace(f"/{date[0]}/", "/%year%/")
    return re.sub(r"^/[^%].*/%postname%", "/%category%/%postname%", made)


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address.strip())
    except ValueError:
        return None
