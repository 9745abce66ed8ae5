"""Which entry a request means, and the one hop to the right address for one that is nearly right."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias
from urllib.parse import parse_qsl, quote

from ..store import Entry

Query: TypeAlias = frozenset[tuple[str, str]]

_SLASHES = re.compile("/{2,}")
_INDEX = "/index.html"
_REDIRECTS = (301, 302, 303, 307, 308)
IN_A_PATH = "/:@!$&'()*+,;=~-._"
"""What stands in a path as it is; browsers encode the rest but letters and digits."""


@dataclass(frozen=True, slots=True)
class Moved:
    """The address that the reader should have asked for, ready for a Location header."""

    target: str


class Addresses:
    """The current edition's addresses, as requests name them.

    `entries` are the store's; what is kept here is only which of them look at the query.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self.entries = entries
        self._queries: dict[str, dict[Query, str]] = {}
        self.note(entries)

    def note(self, addresses: Iterable[str]) -> None:
        """Take in addresses that may be new."""
        for address in addresses:
            if "?" in address:
                path, query = _split(address)
                self._queries.setdefault(path, {})[query] = address

    def forget(self, addresses: Iterable[str]) -> None:
        """Take out addresses that are gone."""
        for address in addresses:
            if "?" in address:
                path, query = _split(address)
                known = self._queries.get(path, {})
                known.pop(query, None)
                if not known:
                    self._queries.pop(path, None)

    def find(self, path: str, query: str) -> Entry | Moved | None:
        """What a percent-decoded path and a raw query mean."""
        if not path.isascii():
            path = unicodedata.normalize("NFC", path)
        found = self._at(path, query)
        if found is not None or (query and path in self.entries):
            return found
        for candidate in _nearly(path):
            found = self._at(candidate, query)
            if found is not None:
                return Moved(_location(found, query))
        return None

    def _at(self, path: str, query: str) -> Entry | None:
        """The entry at exactly this path. Parameters that no entry here looks at are ignored."""
        if "?" in path or not path.startswith("/"):
            return None  # a question mark that was percent-encoded is no query; fragments can't be asked for
        known = self._queries.get(path)
        if known and query:
            names = {name for one in known for name, _ in one}
            asked = frozenset(pair for pair in parse_qsl(query, keep_blank_values=True) if pair[0] in names)
            if asked:
                address = known.get(asked)
                return self.entries.get(address) if address else None
        return self.entries.get(path)


def _split(address: str) -> tuple[str, Query]:
    path, _, query = address.partition("?")
    return path, frozenset(parse_qsl(query, keep_blank_values=True))


def _nearly(path: str) -> Iterable[str]:
    """The addresses that a path may stand for: slashes made single, index.html and case forgiven."""
    tidy = _SLASHES.sub("/", path)
    if tidy.endswith(_INDEX):
        tidy = tidy.removesuffix("index.html")
    for candidate in (tidy, tidy.lower()):
        yield candidate
        yield candidate.rstrip("/") if candidate.endswith("/") else candidate + "/"


def _location(entry: Entry, query: str) -> str:
    """Where to send a reader for this entry: if that redirects itself, to where it does, to save a hop."""
    if entry.status in _REDIRECTS:
        for name, value in entry.header_pairs:
            if name.lower() == "location":
                return value
    if "?" in entry.address:
        path, _, own = entry.address.partition("?")
        return quote(path, safe=IN_A_PATH) + "?" + quote(own, safe=IN_A_PATH + "%?")
    target = quote(entry.address, safe=IN_A_PATH)
    return f"{target}?{quote(query, safe=IN_A_PATH + '%?')}" if query else target
