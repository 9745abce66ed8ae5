"""Answers made ready: headers and pieces of a page in each encoding, kept until the page or a fragment changes."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from hashlib import blake2b
from math import inf
from urllib.parse import quote

from ..composing import Bytes, Composition
from ..headers import Headers, caching, joined, protection, surrogate_key
from ..store import Entry, StoreReader
from .addresses import IN_A_PATH
from .downloads import is_counted
from .encodings import Preference
from .written import head_of

log = logging.getLogger("communique.reader")

MOST_KEPT = 20_000  # of about two kilobytes each
_TAILS = {"identity": "", "gzip": "-g", "br": "-b"}


class Variant:
    """One page in one encoding."""

    __slots__ = ("etag", "head", "headers", "length", "pieces")

    def __init__(self, status: int, etag: str, pieces: list[Bytes], headers: Headers) -> None:
        self.etag = etag
        self.pieces = pieces
        self.headers = headers
        self.length = sum(map(len, pieces))
        self.headers.append(("content-length", str(self.length)))
        self.head = head_of(status, headers)  # but for the date

    @property
    def body(self) -> bytes:
        """The bytes to send."""
        return b"".join(self.pieces)


class Ready:
    """One page, ready to be sent in whatever encoding is asked for."""

    __slots__ = ("_composition", "_etag", "_headers", "entry", "expires", "variants")

    def __init__(self, entry: Entry, composition: Composition, etag: str, headers: Headers) -> None:
        self.entry = entry
        self.expires = inf if entry.expires is None else entry.expires
        self.variants: dict[Preference, Variant] = {}
        self._composition = composition
        self._etag = etag
        self._headers = headers

    def variant(self, preference: Preference) -> Variant:
        """The page in the best encoding there is of those preferred."""
        variant = self.variants.get(preference)
        if variant is None:
            encoding = next(name for name in preference if self._has(name))
            variant = self._in(encoding)
            if encoding != "identity" or not self._composition.pressed:
                self.variants[preference] = variant  # inflated text is large and seldom asked for, so not kept
        return variant

    def _has(self, encoding: str) -> bool:
        if encoding == "br":
            return self._composition.brotli is not None
        return encoding == "identity" or self._composition.pressed

    def _in(self, encoding: str) -> Variant:
        etag = f'"{self._etag}{_TAILS[encoding]}"'
        headers = [*self._headers, ("etag", etag)]
        if encoding == "identity":
            return Variant(self.entry.status, etag, self._composition.plain(), headers)
        headers.append(("content-encoding", encoding))
        if encoding == "br" and self._composition.brotli is not None:
            return Variant(self.entry.status, etag, [self._composition.brotli], headers)
        return Variant(self.entry.status, etag, self._composition.gzip(), headers)


class Prepared:
    """The pages that were asked for lately, ready. A changed fragment unmakes exactly the pages it stands in."""

    def __init__(self, reader: StoreReader, *, https: bool) -> None:
        self.pages: dict[str, Ready] = {}
        self.plain: dict[bytes, dict[Preference, Variant]] = {}  # by the first line of the GET that they answer
        self._reader = reader
        self._protection = protection(https=https)
        self._users: dict[str, set[str]] = {}

    def ready(self, entry: Entry) -> Ready:
        """The page of an entry."""
        ready = self.pages.get(entry.address)
        return ready if ready is not None else self._make(entry)

    def once(self, entry: Entry, composition: Composition) -> Ready:
        """An entry with other matter in it than usual; it isn't kept."""
        return Ready(entry, composition, self._etag(entry, composition), self._headers(entry, composition))

    def forget(self, addresses: Iterable[str]) -> None:
        """Unmake pages that changed, and those in which a changed fragment stands."""
        for address in addresses:
            self._unmake(address)
            for user in self._users.pop(address, ()):
                self._unmake(user)

    def clear(self) -> None:
        """Unmake all."""
        self.pages.clear()
        self.plain.clear()
        self._users.clear()

    def _make(self, entry: Entry) -> Ready:
        composition = self._reader.composed(entry)
        if composition.rings:
            log.error("%s: left out %s, which would stand in itself.", entry.address, ", ".join(composition.rings))
        headers = self._headers(entry, composition)
        ready = Ready(entry, composition, self._etag(entry, composition), headers)
        if len(self.pages) >= MOST_KEPT:
            for address in list(self.pages)[: MOST_KEPT // 10]:  # the longest kept; they come back when asked for
                self._unmake(address)
        self.pages[entry.address] = ready
        lasting = entry.status == 200 and entry.expires is None and not is_counted(entry.address)
        if lasting and entry.address[0] == "/" and "?" not in entry.address:
            self.plain[first_line(entry.address)] = ready.variants
        for fragment in composition.fragments:
            self._users.setdefault(fragment, set()).add(entry.address)
        return ready

    def _unmake(self, address: str) -> None:
        self.pages.pop(address, None)
        self.plain.pop(first_line(address), None)

    def _headers(self, entry: Entry, composition: Composition) -> Headers:
        ours = [
            ("content-type", entry.media_type),
            ("cache-control", caching(entry.address, entry.status, expires=entry.expires is not None)),
            ("surrogate-key", surrogate_key(entry.address, entry.sheet, composition.fragments)),
            *self._protection,
        ]
        if composition.pressed:
            ours.append(("vary", "accept-encoding"))
        else:
            ours.append(("accept-ranges", "bytes"))
        return joined(entry.header_pairs, ours)

    def _etag(self, entry: Entry, composition: Composition) -> str:
        digest = blake2b(entry.object, digest_size=12)
        for fragment in composition.fragments:
            found = self._reader.entry(fragment)
            digest.update(found.object if found else b"none")
        return digest.hexdigest()


def first_line(address: str) -> bytes:
    """How a request for an address begins, as browsers write it."""
    return f"GET {quote(address, safe=IN_A_PATH)} HTTP/1.1".encode()
