"""Every address pattern of the desk, and how it answers whom: in one word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from django.http.response import HttpResponseBase
from django.urls import URLPattern, URLResolver, get_resolver

OPEN, LED_ON, SIGN_IN, FORBIDDEN, MISSING, REFUSED, BROKEN = "olsfmrb"
"""The classes of answers: told; led on to another place; sign in first; you may not; nothing here; not by this method;
and broken, where what was sent is no form at all."""

TABLE = Path(__file__).with_name("routes.txt")

_SIGN_IN = re.compile(r"^/(-/accounts/(login|reauthenticate|2fa/reauthenticate)/|desk/login/)")
_HOLE = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>((?:[^()]|\([^()]*\))*)\)|\((?!\?)[^()]*\)")
_OF_PAGES = {"page_id", "parent_page_id", "page_to_move_id", "parent_id", "page_pk"}


@dataclass(frozen=True)
class Route:
    """One pattern of the URL configuration, written without the signs of regular expressions."""

    pattern: str

    @property
    def names_a_page(self) -> bool:
        """Whether a page's number stands in it."""
        holes = {name or other for name, other, _ in _HOLE.findall(self.pattern)}
        return bool(holes & _OF_PAGES) or self.pattern.startswith(("desk/api/main/pages/<", "desk/pages/("))

    def address(self, values: Mapping[str, str]) -> str:
        """An address that it matches, the holes filled with these values."""
        return "/" + _HOLE.sub(lambda hole: values.get(hole[1] or hole[2] or "", "1"), self.pattern)


def routes() -> Iterator[Route]:
    """All of them, each once."""
    return iter({pattern: Route(pattern) for pattern in _patterns(get_resolver().url_patterns)}.values())


def _patterns(found: Iterable[URLPattern | URLResolver], before: str = "") -> Iterator[str]:
    for one in found:
        pattern = before + re.sub(r"^\^|\\Z$|(?<!\\)\$$", "", str(one.pattern))
        if isinstance(one, URLPattern):
            yield pattern
        else:
            yield from _patterns(one.url_patterns, pattern)


def answered(answer: HttpResponseBase) -> str:
    """The class of an answer. Wagtail turns away by leading home, and so tells whom it lets in."""
    to = answer.headers.get("Location", "")
    if _SIGN_IN.match(to):
        return SIGN_IN
    if answer.status_code == 403 or (to == "/desk/" and answer.status_code == 302):
        return FORBIDDEN
    if answer.status_code >= 500:
        return BROKEN
    return {301: LED_ON, 302: LED_ON, 401: SIGN_IN, 404: MISSING, 405: REFUSED}.get(answer.status_code, OPEN)


def expected(table: str) -> dict[str, tuple[str, str]]:
    """What the table says: of each pattern the answers to GET and to POST, a letter for each role."""
    rows: dict[str, tuple[str, str]] = {}
    for line in table.splitlines():
        if line.strip() and not line.startswith("#"):
            got, posted, written = line.split(maxsplit=2)
            before, _, rest = written.partition("{")
            among, _, after = rest.partition("}")
            for one in among.split(",") if among else ("",):
                pattern = f"{before}{one}{after}"
                assert pattern not in rows, f"{pattern} stands there twice"
                rows[pattern] = got, posted
    return rows
