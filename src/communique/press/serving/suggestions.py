"""What a reader is offered where there is nothing: pages with addresses like the one that was asked for.

Nothing of the request comes into the answer: addresses and titles are those of printed pages.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable
from html import escape
from urllib.parse import quote

from ..composing import Composition, Impression, Segment, compose, loose
from ..store import Entry, StoreReader
from .nearby import Nearby

PLACE, LINKS = "~nearby", "~nearby-links"
"""Where suggestions stand in a printed 404, and their links in the printed fragment that surrounds them."""

A_SECOND = 50
"""So many times a second it is searched at most: a flood of wrong addresses is answered without suggestions."""

_HEAD = 8_192
_TITLE = re.compile(rb"<title>([^<]*)</title>")


class Suggestions:
    """The composed 404 with suggestions in it."""

    def __init__(self, reader: StoreReader, clock: Callable[[], float]) -> None:
        self.nearby = Nearby(reader.entries)
        self._reader = reader
        self._clock = clock
        self._second, self._searched = 0, 0

    def composed(self, entry: Entry, path: str, languages: Iterable[str], language: str) -> Composition | None:
        """The page of an entry with suggestions for a path; None where there are none, or too many ask."""
        around = self._reader.fragment(f"~suggestions/{language}")
        if around is None or self._too_many():
            return None
        found = self.nearby.like(path, languages)
        if not found:
            return None
        links = loose("".join(map(self._link, found)).encode())
        standing: dict[str, Impression | None] = {PLACE: around, LINKS: links}
        impression = self._reader.impression(entry)
        return compose(impression, lambda name: standing[name] if name in standing else self._reader.fragment(name))

    def _too_many(self) -> bool:
        second = int(self._clock())
        if second != self._second:
            self._second, self._searched = second, 0
        self._searched += 1
        return self._searched > A_SECOND

    def _link(self, address: str) -> str:
        words = self._title(address) or escape(address)
        return f'<li><a href="{escape(quote(address))}"><bdi>{words}</bdi></a></li>\n'

    def _title(self, address: str) -> str:
        """What a printed page calls itself, as it is printed there; without the name of the site, which comes last."""
        entry = self._reader.entry(address)
        parts = self._reader.impression(entry).parts if entry else ()
        if not parts or not isinstance(parts[0], Segment):
            return ""
        found = _TITLE.search(zlib.decompressobj(-zlib.MAX_WBITS).decompress(parts[0].stored, _HEAD))
        whole = found[1].decode(errors="replace").strip() if found else ""
        return whole.rpartition(" – ")[0] or whole
