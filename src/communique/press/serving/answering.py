"""What published addresses answer: worked out from the request and the edition, without waiting for anything."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from typing import NamedTuple, Protocol

from ..headers import BRIEFLY, NEVER, REVALIDATED, Headers, protection
from ..store import Changes, StoreReader
from .addresses import Addresses, Moved
from .conditional import has_it, is_another, range_holds
from .downloads import Downloads, is_counted
from .encodings import preference
from .languages import Languages, of_home
from .misses import Misses
from .prepared import Prepared, Ready, Variant
from .ranges import Stretch, Unsatisfiable, stretch
from .served import Served
from .suggestions import Suggestions

log = logging.getLogger("communique.reader")

_OF_THE_BODY = {"content-length", "content-encoding", "content-type", "accept-ranges"}
_BARE = (
    "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>"
    "<title>{title}</title><h1>{title}</h1><p>{words}</p></html>"
)
_BEING_PREPARED = ("This site is being prepared", "Nothing has been printed yet. Please come back in a minute.")
_BARE_WORDS = {
    404: ("There is no such page", "Nothing is published at this address."),
    410: ("No longer published", "What was here has been withdrawn."),
    503: ("For the moment this can't be done", "All that is published can be read. Please try again in a minute."),
}


class Asked(Protocol):
    """A request's headers."""

    def get(self, name: str, default: str | None = None) -> str | None: ...  # noqa: D102  # as in RSGI

    def get_all(self, name: str) -> list[str]: ...  # noqa: D102  # as in RSGI


class Answer(NamedTuple):
    """A whole answer; `body` is empty where none may be sent."""

    status: int
    headers: Headers
    body: bytes = b""


class Answers:
    """Answers requests from one edition. Each call sees one edition only: `apply` is never called during another."""

    def __init__(self, reader: StoreReader, *, https: bool = False, clock: Callable[[], float] = time.time) -> None:
        self.reader = reader
        self.prepared = Prepared(reader, https=https)
        self.clock = clock
        self._protection = protection(https=https)
        self._addresses = Addresses(reader.entries)
        self._languages = Languages(reader.entries)
        self.suggestions = Suggestions(reader, clock)
        self.misses = Misses(reader.folder)
        self.downloads = Downloads(reader.folder)
        self.served = Served(reader.folder)

    def apply(self, changes: Changes) -> None:
        """Answer from the edition that `changes` lead to."""
        self.reader.apply(changes)
        if changes.whole:
            self.prepared.clear()
            self._addresses = Addresses(self.reader.entries)
            self._languages = Languages(self.reader.entries)
            self.suggestions = Suggestions(self.reader, self.clock)
            return
        self.prepared.forget((*changes.entries, *changes.gone))
        for index in (self._addresses, self._languages, self.suggestions.nearby):
            index.forget(changes.gone)
            index.note(changes.entries)

    def answer(self, method: str, path: str, query: str, asked: Asked) -> Answer:
        """The answer to any request for a published address, or for one that isn't."""
        if not self.reader.number:
            return self._bare(503, *_BEING_PREPARED)
        found = self._addresses.find(path, query)
        if method not in ("GET", "HEAD"):
            return self.piece(404, path, asked) if found is None else self._refused(method)
        if isinstance(found, Moved):
            return Answer(301, [("location", found.target), ("cache-control", REVALIDATED), *self._empty])
        if found is None:
            return self._nothing(method, path, asked)
        ready = self.prepared.ready(found)
        if ready.expires <= self.clock():
            return self.piece(410, path, asked)
        answer = self._page(ready, asked, ranges=method == "GET")
        if method == "GET" and is_counted(found.address):
            self.downloads.note(found.address, answer.status, asked.get("range"), asked.get("user-agent"))
        return answer

    def piece(self, status: int, path: str, asked: Asked) -> Answer:
        """The printed page for nothing (404, 410, 503), in a language that the reader is likely to read."""
        kind = str(status)
        language = self._languages.choose(kind, path, asked.get("accept-language"), of_home(self.reader))
        entry = self.reader.entry(f"~{kind}/{language}")
        if entry is None:
            return self._bare(status, *_BARE_WORDS[status])
        return self._told(status, self.prepared.ready(entry), asked)

    def _nothing(self, method: str, path: str, asked: Asked) -> Answer:
        """The printed 404 with pages that the reader may have been looking for, if there are some."""
        language = self._languages.choose("404", path, asked.get("accept-language"), of_home(self.reader))
        entry = self.reader.entry(f"~404/{language}")
        if method == "GET":
            self.misses.note(path, asked.get("accept"))
        composed = self.suggestions.composed(entry, path, self._languages.of("404"), language or "") if entry else None
        if entry is None or composed is None:
            return self.piece(404, path, asked)
        return self._told(404, self.prepared.once(entry, composed), asked)

    def _told(self, status: int, ready: Ready, asked: Asked) -> Answer:
        variant = ready.variant(preference(asked.get("accept-encoding")))
        kept = [pair for pair in variant.headers if pair[0] not in ("cache-control", "etag", "vary")]
        return Answer(status, [*kept, ("vary", "accept-encoding, accept-language"), *_keeping(status)], variant.body)

    def _page(self, ready: Ready, asked: Asked, *, ranges: bool) -> Answer:
        variant = ready.variant(preference(asked.get("accept-encoding")))
        status = ready.entry.status
        if status != 200:
            return Answer(status, variant.headers, variant.body)
        if_match = asked.get_all("if-match")
        if if_match and is_another(",".join(if_match), variant.etag):
            return Answer(412, [("cache-control", NEVER), *self._empty])
        if_none_match = asked.get_all("if-none-match")
        if if_none_match and has_it(",".join(if_none_match), variant.etag):
            return Answer(304, [pair for pair in variant.headers if pair[0] not in _OF_THE_BODY])
        asked_range = asked.get("range") if ranges else None  # what a range of a HEAD would be is not defined
        if asked_range is not None and range_holds(asked.get("if-range"), variant.etag):
            return self._stretch(variant, asked_range)
        return Answer(200, variant.headers, variant.body)

    def _stretch(self, variant: Variant, asked_range: str) -> Answer:
        try:
            part = stretch(asked_range, variant.length)
        except Unsatisfiable:
            return Answer(416, [("content-range", f"bytes */{variant.length}"), *self._empty])
        if part is None:
            return Answer(200, variant.headers, variant.body)
        return Answer(206, _of_part(variant, part), variant.body[part.start : part.end])

    def _refused(self, method: str) -> Answer:
        words = f"{method} is not understood here; this page can only be read (GET, HEAD).\n".encode()
        headers = [("allow", "GET, HEAD"), ("cache-control", NEVER), ("content-type", "text/plain; charset=utf-8")]
        return Answer(405, [*headers, ("content-length", str(len(words))), *self._protection], words)

    def _bare(self, status: int, title: str, words: str) -> Answer:
        body = _BARE.format(title=title, words=words).encode()
        headers = [("content-type", "text/html; charset=utf-8"), ("content-length", str(len(body)))]
        return Answer(status, [*headers, *_keeping(status), *self._protection], body)

    @property
    def _empty(self) -> Headers:
        return [("content-length", "0"), *self._protection]


def _keeping(status: int) -> Headers:
    if status == 503:
        return [("cache-control", NEVER), ("retry-after", "10")]
    return [("cache-control", BRIEFLY)]


def _of_part(variant: Variant, part: Stretch) -> Headers:
    headers = [pair for pair in variant.headers if pair[0] != "content-length"]
    headers.append(("content-range", f"bytes {part.start}-{part.end - 1}/{variant.length}"))
    headers.append(("content-length", str(part.end - part.start)))
    return headers
