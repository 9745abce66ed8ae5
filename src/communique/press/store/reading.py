"""The readers' side of the store: the current edition in memory, brought up to date by what changed alone."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock
from typing import Any

from ..composing import Composition, Impression, compose, impression_of, loose, parts_of
from ..objects import Include
from ..sqlite import Connection, DatabaseError, is_of_the_disk
from . import rows
from .entries import Edition, Entry, Failure, Place
from .failures import read_failures
from .frozen import thawed
from .layout import FILE, open_for_reading
from .packs import PackReader, StoreIsDamaged

log = logging.getLogger("communique.reader")

_ENTRY = """
SELECT address, hash, status, media_type, headers, expires, sheet, pack, start, length
FROM entries JOIN objects ON hash = object WHERE to_edition IS NULL
"""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed between the edition that a reader has and the current one."""

    edition: Edition | None
    entries: dict[str, Entry]
    gone: frozenset[str] = frozenset()
    packs: dict[int, int] = field(default_factory=dict)
    whole: bool = False  # the entries are all there are, not only changed ones


class StoreReader:
    """The current edition, read-only. Any number of processes may have one.

    `refresh` is cheap when nothing changed, and otherwise costs what changed. A server that must not wait for the disk
    does it in three steps: `changed()`, `changes()` (in a thread), `apply(changes)`. `frame`, `body` and `refresh` may
    be called from any thread; the rest belongs to one.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.edition: Edition | None = None
        self.entries: dict[str, Entry] = {}
        self._connection: Connection | None = None
        self._file = 0  # which file the connection has open
        self._version = -1
        self._packs = PackReader(folder)
        self._fragments: dict[str, Impression | None] = {}
        self._lock = RLock()

    @classmethod
    def open(cls, folder: Path) -> StoreReader:
        """The current edition of the store in `folder`; empty as long as nothing was printed there."""
        reader = cls(folder)
        reader.refresh()
        return reader

    def close(self) -> None:
        """Let go of the file. Entries and bodies that were handed out stay good."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    @property
    def number(self) -> int:
        """The number of the edition that it has; 0 for none."""
        return self.edition.number if self.edition else 0

    def refresh(self) -> bool:
        """Take in what changed; whether something did. On a disk that takes nothing, what it has stays."""
        with self._lock:
            if not self.changed():
                return False
            try:
                changes = self.changes()
            except DatabaseError as error:
                if self.edition is None or not is_of_the_disk(error):
                    raise
                return False
            if changes is None:
                return False
            self.apply(changes)
            return True

    def changed(self) -> bool:
        """Whether the store's file may hold something newer. Takes microseconds."""
        try:
            file = (self.folder / FILE).stat().st_ino
        except FileNotFoundError:
            return False
        if self._connection is None or file != self._file:
            return True
        return self._data_version(self._connection) != self._version

    def changes(self) -> Changes | None:
        """Read what changed since the edition it has; None if the current one is the same."""
        if self._connection is not None and (self.folder / FILE).stat().st_ino != self._file:
            self.close()  # the store was put in the place of another one
            self._version = -1
        if self._connection is None:
            try:
                self._connection = open_for_reading(self.folder)
            except DatabaseError as error:
                if self.edition is not None or not is_of_the_disk(error):
                    raise
                return self._thawed(error)
            if self._connection is None:
                return None
            self._file = (self.folder / FILE).stat().st_ino
        version = self._data_version(self._connection)
        changes = self._read(self._connection, anew=self._version == -1)
        self._version = version
        return changes

    def apply(self, changes: Changes) -> None:
        """Have what `changes` read; everything is answered from the new edition from here on."""
        # After a change of the whole, the pack files may be others of the same names.
        packs = PackReader(self.folder) if changes.whole else self._packs
        try:
            packs.follow(changes.packs)
        except StoreIsDamaged:
            self._version = -1  # perhaps only cleared up meanwhile: read it all the next time
            raise
        self._packs = packs
        if changes.whole:
            self.entries = changes.entries
            self._fragments.clear()
        else:
            for address in changes.gone:
                self.entries.pop(address, None)
                self._fragments.pop(address, None)
            self.entries.update(changes.entries)
            for address in changes.entries:
                self._fragments.pop(address, None)
        self.edition = changes.edition

    def entry(self, address: str) -> Entry | None:
        """What an address answers with."""
        return self.entries.get(address)

    def addresses(self) -> Iterator[str]:
        """All that answers, fragments and pieces too, in no order."""
        return iter(self.entries)

    def impression(self, entry: Entry) -> Impression:
        """The body as it lies in the store."""
        return impression_of(self.record(Place(entry.pack, entry.start, entry.length)))

    def record(self, place: Place) -> memoryview:
        """What lies at a place of the packs."""
        return self._packs.view(place)

    def printed_body(self, entry: Entry) -> tuple[bytes | Include, ...]:
        """The body as the press handed it in, includes in their places."""
        return parts_of(self.impression(entry))

    def fragment(self, address: str) -> Impression | None:
        """A fragment's body, kept at hand because many pages have it."""
        if address not in self._fragments:
            entry = self.entries.get(address)
            self._fragments[address] = self.impression(entry) if entry else None
        return self._fragments[address]

    def composed(self, entry: Entry) -> Composition:
        """The body with its fragments in their places."""
        return compose(self.impression(entry), self.fragment)

    def body(self, entry: Entry) -> bytes:
        """The whole text (or picture) that a reader is given."""
        with self._lock:
            return b"".join(self.composed(entry).plain())

    def frame(self, language: str, body_html: str) -> str:
        """A page for what can't be printed: the printed frame of a language around `body_html`.

        Takes the current edition. The frame of another language, and at last the bare text, stand in for a missing one.
        """
        with self._lock:
            self.refresh()
            entry = self.entries.get(f"~frame/{language}") or next(self._pieces("~frame/"), None)
            if entry is None:
                return body_html
            body = loose(body_html.encode())
            page = compose(self.impression(entry), lambda name: body if name == "~body" else self.fragment(name))
            return b"".join(page.plain()).decode()

    def piece(self, kind: str, language: str) -> str:
        """What was printed for places where there is nothing ("404", "410", "503"), in some language; or ""."""
        with self._lock:
            self.refresh()
            entry = self.entries.get(f"~{kind}/{language}") or next(self._pieces(f"~{kind}/"), None)
            return self.body(entry).decode() if entry else ""

    def failures(self) -> list[Failure]:
        """The pages that could not be printed, the longest failing first."""
        with self._lock:
            self.refresh()
            return read_failures(self._connection) if self._connection else []

    def editions(self) -> list[Edition]:
        """Those that are kept, newest first."""
        with self._lock:
            self.refresh()
            return rows.editions(self._connection) if self._connection else []

    def since(self, address: str) -> int | None:
        """The number of the edition since which an address answers as it does; None where it answers nothing."""
        with self._lock:
            self.refresh()
            return rows.since(self._connection, address) if self._connection else None

    def began_in(self, number: int) -> list[str]:
        """The addresses that have answered as they do now since that edition."""
        with self._lock:
            self.refresh()
            return rows.began_in(self._connection, number) if self._connection else []

    def _thawed(self, error: Exception) -> Changes | None:
        """All of an edition that lies on a disk which can't be written to."""
        log.error("The disk of %s takes nothing (%s); readers are given what lies there.", self.folder, error)
        with thawed(self.folder) as copy:
            return None if copy is None else self._read(copy, anew=True)

    def _pieces(self, prefix: str) -> Iterator[Entry]:
        return (entry for address, entry in self.entries.items() if address.startswith(prefix))

    def _data_version(self, connection: Connection) -> int:
        (version,) = connection.execute("PRAGMA data_version").fetchone()
        return int(version)

    def _read(self, connection: Connection, *, anew: bool) -> Changes | None:
        """Within one snapshot: all, or what changed since the edition at hand."""
        connection.execute("BEGIN")
        try:
            edition = rows.current_edition(connection)
            number = edition.number if edition else 0
            if number == self.number and not anew:
                return None
            packs = rows.pack_lengths(connection)
            # Rows of editions that are no longer kept can't be counted on, nor those of a store that went back in time.
            if anew or number < self.number or self.number < rows.oldest_number(connection):
                return Changes(edition, _entries(connection.execute(_ENTRY)), packs=packs, whole=True)
            entries = _entries(connection.execute(f"{_ENTRY} AND from_edition > ?", (self.number,)))
            ended = connection.execute("SELECT address FROM entries WHERE to_edition > ?", (self.number,))
            gone = frozenset(address for (address,) in ended) - entries.keys()
            return Changes(edition, entries, gone, packs)
        finally:
            connection.execute("ROLLBACK")


def _entries(found: Iterable[tuple[Any, ...]]) -> dict[str, Entry]:
    """Entries by address. Values that many share are kept once."""
    share: dict[str, str] = {}
    keep, make = share.setdefault, tuple.__new__
    entries: dict[str, Entry] = {}
    for address, name, status, kind, headers, expires, sheet, *place in found:
        kind, headers, sheet = keep(kind, kind), keep(headers, headers), keep(sheet, sheet)
        entries[address] = make(Entry, (address, name, status, kind, headers, expires, sheet, *place))
    return entries
