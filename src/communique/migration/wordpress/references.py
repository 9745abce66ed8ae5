"""References: which links of texts lead to addresses of the former site that nothing answers any more."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from communique.text.sentences import sentence

from .permalinks import OldSite
from .plan import Plan
from .uploads import name_in

_HREF = re.compile(r"<a\b[^>]*?\shref\s*=\s*[\"']([^\"'<>]+)", re.IGNORECASE)
# Archives, feeds and WordPress' own addresses lead somewhere, whatever is in the export.
_MADE = re.compile(
    r"/(?:category|tag|author|feed|comments|page|type|wp-[^/]*|index\.php)(?:/|$)|^/\d{4}(?:/\d\d){0,2}/?$"
)
_NUMBERED = re.compile(r"/\?(?:p|page_id|attachment_id)=(?P<number>\d{1,18})$")
_HIDDEN = sentence("it is not public")
_UNKNOWN = sentence("nothing in the export stands there")


def within(content: str, old: OldSite) -> Iterator[str]:
    """The addresses of the former site that a text links to, each once, as paths."""
    found = (old.path(html.unescape(href)) for href in _HREF.findall(content) if not href.startswith("#"))
    for path in dict.fromkeys(path.partition("#")[0] for path in found if path):
        if not name_in(path) and loosely(path) and not _MADE.search(path):
            yield path


def loosely(path: str) -> str:
    """An address without what readers and links get wrong."""
    return path.partition("#")[0].rstrip("/").casefold()


def judge(plan: Plan) -> None:
    """Write down of every link whether it leads somewhere. For when all posts are known and settled."""
    states = dict(plan.rows("SELECT id, state FROM post"))
    known: dict[str, str] = {}
    for path, state in plan.rows("SELECT path, state FROM post WHERE path != '' ORDER BY state = 'live'"):
        known[loosely(path)] = state
    terms = {slug for _, slug, _, _ in plan.terms_used()}
    for (path,) in plan.rows("SELECT DISTINCT path FROM link"):
        numbered = _NUMBERED.match(path)
        state = states.get(int(numbered["number"])) if numbered else known.get(loosely(path))
        if state is None and (("?" in path and not numbered) or loosely(path).rpartition("/")[2] in terms):
            continue
        if state not in {"live", "attached"}:
            plan.judge_link(path, _HIDDEN if state else _UNKNOWN)
