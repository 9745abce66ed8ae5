"""What the press needs of the site it prints: its sheets, its window, its changes, and a way to set type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from .changes import Change, Told
from .objects import Include
from .reading import WindowReading
from .sheets import Copy, Sheet
from .statements import Dialect
from .tables import Position, Table


class MomentPassed(RuntimeError):
    """The content has changed since the moment that another process has open."""


class Snapshot(Protocol):
    """The content at one moment: everything read through it is from the same state of the database."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables of the window."""

    @property
    def dialect(self) -> Dialect:
        """How the database spells SQL."""

    def select(self, sql: str, params: Sequence[Any], /) -> list[tuple[Any, ...]]:
        """Rows of the window."""

    def changes(self) -> Sequence[tuple[int, Change]]:
        """The pending changes with their numbers, oldest first."""

    def pointing(self, columns: Sequence[tuple[Table, str]], value: Position) -> Sequence[tuple[Table, str]]:
        """Those of these columns in which some row points to `value`, whether it can be seen or not."""

    def told(self, table: Table, column: str, value: Position) -> Sequence[Told]:
        """The told columns of the rows that point to `value`, whether they can be seen or not."""

    def moment(self) -> str:
        """What another process opens this moment by, while it is open here."""

    def mark(self) -> tuple[str, int]:
        """The database's identity, and the number of the last edition it was told of (0: none)."""

    def read_by(self, reading: WindowReading) -> None:
        """Whatever else reads the window from now on is taken down by this reading, or refused outside a question."""


class Newsroom(Protocol):
    """The site whose pages are printed."""

    @property
    def tables(self) -> Mapping[str, Table]:
        """The tables of the window."""

    @property
    def sheets(self) -> Sequence[Sheet]:
        """Every kind of sheet."""

    @property
    def fingerprint(self) -> str:
        """Of code, templates and assets: another one means that everything is printed again."""

    def snapshot(self, moment: str = "") -> AbstractContextManager[Snapshot]:
        """Open the window: now, or at a moment that another process has open. Raises MomentPassed."""

    def begin_afresh(self) -> None:
        """Leave alone whatever connections this process has inherited by a fork, and open others when needed."""

    def now(self) -> datetime:
        """The moment that clock questions are asked for, aware UTC."""

    def set_type(self, copy: Copy) -> tuple[bytes | Include, ...]:
        """The copy set in its template. Raises what a template raises."""

    def media(self, path: str) -> bytes:
        """A file of the upload folder. Raises FileNotFoundError."""

    def settle(self, changes: Sequence[int], identity: str, edition: int) -> None:
        """Strike these changes: an edition has them."""
