"""Addresses like one that isn't there: what a reader who lost a letter on the way may have been looking for.

What is compared is the last part of an address, by the pairs of signs in it. Candidates are those that begin or end
alike, so that a hundred thousand addresses need no search; nothing here waits, and nothing grows with what is asked.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from unicodedata import normalize

from ..store import Entry

BEGINS, ENDS = 4, 4
"""So many signs at the beginning or the end must be right."""

LOOKED_AT = 1_500
COMPARED = 200
"""So many candidates are measured at most, and so many of them compared."""

OFFERED = 5
ALIKE = 0.55
"""How much of the pairs of signs must be the same (1 for all)."""

LONGEST = 300
DEEPEST = 8
AT_ONCE = 2_000
"""So many addresses are taken into the index between two requests."""

_NO_PAGES = ("/_/", "/media/", "/sitemap", "/-/")


class Nearby:
    """The addresses of the current edition by how their last part begins and ends.

    It is filled bit by bit (`work`), so that an edition is answered from at once.
    """

    def __init__(self, entries: Mapping[str, Entry]) -> None:
        self._entries = entries
        self._waiting = [*entries][::-1]
        self._alike: dict[str, list[str]] = {}

    @property
    def is_whole(self) -> bool:
        """Whether every address is in the index."""
        return not self._waiting

    def work(self, count: int = AT_ONCE) -> None:
        """Take in so many of the addresses that wait."""
        some = self._waiting[-count:]
        del self._waiting[-count:]
        for address in some:
            self._put(address)

    def note(self, addresses: Iterable[str]) -> None:
        """Take in addresses that may be new."""
        for address in addresses:
            self._drop(address)
            self._put(address)

    def forget(self, addresses: Iterable[str]) -> None:
        """Take out addresses that are gone."""
        for address in addresses:
            self._drop(address)

    def like(self, path: str, languages: Iterable[str]) -> list[str]:
        """Addresses like a path, the likeliest first, then the nearest page above it; all in the path's language.

        `languages` are those of the site; the addresses of its own stand at the root.
        """
        if len(path) > LONGEST or not path.startswith("/"):
            return []
        path = normalize("NFC", path).lower()
        own = _Own(languages, path)
        wanted = _last(path).partition(".")[0]
        pairs = _pairs(wanted)
        found: list[tuple[float, str]] = []
        for address in self._candidates(wanted, own) if pairs else ():
            score = _alike(pairs, _pairs(_last(address)))
            if score >= ALIKE and self._is_page(address):
                found.append((-score, address))
        return list(dict.fromkeys([*[one for _, one in sorted(found)][: OFFERED - 1], *self._above(path, own.homes)]))[
            :OFFERED
        ]

    def _candidates(self, wanted: str, own: _Own) -> list[str]:
        keys = _keys(wanted)
        several = [one for key in keys for one in self._alike.get(key, [])[:LOOKED_AT]]
        near = [one for one in dict.fromkeys(several) if own.has(one)]
        near.sort(key=lambda one: (abs(len(_last(one)) - len(wanted)), one))
        return near[:COMPARED]

    def _above(self, path: str, homes: Container[str]) -> list[str]:
        """The nearest page above a path; no home page, which every page leads to."""
        parts = path.strip("/").split("/")[:DEEPEST]
        above = (f"/{'/'.join(parts[:end])}/" for end in range(len(parts) - 1, 0, -1))
        return [one for one in above if one not in homes and self._is_page(one)][:1]

    def _is_page(self, address: str) -> bool:
        entry = self._entries.get(address)
        return entry is not None and entry.status == 200 and entry.media_type.startswith("text/html")

    def _put(self, address: str) -> None:
        for key in _keys(_last(address)) if _is_offered(address) else ():
            self._alike.setdefault(key, []).append(address)

    def _drop(self, address: str) -> None:
        for key in _keys(_last(address)) if _is_offered(address) else ():
            held = self._alike.get(key, [])
            if address in held:
                held.remove(address)


class _Own:
    """Whether an address is of the language that a path is of."""

    def __init__(self, languages: Iterable[str], path: str) -> None:
        self.homes = tuple(f"/{code}/" for code in languages)
        self._prefix = next((prefix for prefix in self.homes if path.startswith(prefix)), "")
        self._others = tuple(prefix for prefix in self.homes if prefix != self._prefix)

    def has(self, address: str) -> bool:
        return address.startswith(self._prefix) if self._prefix else not address.startswith(self._others)


def _is_offered(address: str) -> bool:
    return address[0] == "/" and "?" not in address and not address.startswith(_NO_PAGES)


def _last(address: str) -> str:
    """The last part of an address; "" for a number, which is a page of a list or a year."""
    part = address.rstrip("/").rpartition("/")[2]
    return "" if part.isdigit() else part


def _keys(part: str) -> tuple[str, ...]:
    return (f"<{part[:BEGINS]}", f">{part[-ENDS:]}") if len(part) >= BEGINS else ()


def _pairs(part: str) -> frozenset[str]:
    return frozenset(part[at : at + 2] for at in range(len(part) - 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one and other else 0.0
