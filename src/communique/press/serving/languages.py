"""In which language a reader is told that there is nothing here."""

from __future__ import annotations

from collections.abc import Iterable

from ..store import StoreReader

KINDS = ("404", "410", "503")


class Languages:
    """The languages in which the pieces for nothing (~404/en, ~410/en, ~503/en) were printed."""

    def __init__(self, addresses: Iterable[str] = ()) -> None:
        self._present: dict[str, set[str]] = {kind: set() for kind in KINDS}
        self.note(addresses)

    def note(self, addresses: Iterable[str]) -> None:
        """Take in addresses that may be new."""
        for address in addresses:
            if address[0] == "~":
                kind, _, language = address[1:].partition("/")
                if kind in self._present:
                    self._present[kind].add(language)

    def forget(self, addresses: Iterable[str]) -> None:
        """Take out addresses that are gone."""
        for address in addresses:
            kind, _, language = address[1:].partition("/")
            if address[0] == "~" and kind in self._present:
                self._present[kind].discard(language)

    def of(self, kind: str) -> list[str]:
        """The languages that a piece was printed in."""
        return sorted(self._present[kind])

    def choose(self, kind: str, path: str, accept: str | None, default: str) -> str | None:
        """The language of the path's first part, or the reader's favourite of those present, or the default."""
        present = self._present[kind]
        wanted = [path.lstrip("/").partition("/")[0], *_favourites(accept or ""), default, *sorted(present)]
        return next((language for language in wanted if language in present), None)


def of_home(reader: StoreReader) -> str:
    """The language of the home page, which its fragments tell; "" if they don't."""
    entry = reader.entry("/")
    includes = reader.impression(entry).includes if entry else ()
    return next((fragment.rpartition("/")[2] for fragment in includes if "/" in fragment), "")


def _favourites(accept: str) -> list[str]:
    """The languages of an Accept-Language header, best first."""
    weighted: list[tuple[float, str]] = []
    for choice in accept.lower().split(",")[:20]:
        name, _, weight = choice.partition(";")
        try:
            quality = float(weight.partition("=")[2]) if weight else 1.0
        except ValueError:
            continue
        if quality > 0:
            weighted.append((quality, name.strip().partition("-")[0]))
    return [name for _, name in sorted(weighted, key=lambda pair: -pair[0])]
