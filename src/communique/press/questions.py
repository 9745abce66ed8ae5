"""Questions: all that a sheet may know, asked by name so that the press knows when to ask again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
K = TypeVar("K")

Key = int | str
Plain = str | int | float | bool | None | datetime


class Row(Protocol):
    """One row of a window table: its public columns as attributes."""

    def __getattr__(self, column: str) -> Any: ...


class Reading(Protocol):
    """What a question reads with. Every call is taken down in one of the recorded shapes."""

    def row(self, table: str, key: Key, *, columns: Sequence[str] | None = None) -> Row | None:
        """The row with this key, or None where there is none (or none that is public)."""

    def keyed(self, table: str, keys: Iterable[Key], *, columns: Sequence[str] | None = None) -> dict[Any, Row]:
        """The rows with these keys, by key, in the order asked for; absent ones left out. One query."""

    def rows(
        self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] | None = None, **equal: Plain
    ) -> list[Row]:
        """Rows by equality on columns; `order` may name columns with a leading minus."""

    def span(
        self,
        table: str,
        order: Sequence[str],
        *,
        after: Sequence[Plain] | None = None,
        before: Sequence[Plain] | None = None,
        newest_first: bool = False,
        offset: int = 0,
        limit: int | None = None,
        columns: Sequence[str] | None = None,
        **equal: Plain,
    ) -> list[Row]:
        """A stretch of an index: rows in `order`, strictly between the ends, recorded with the keys at both ends."""

    def count(self, table: str, **equal: Plain) -> int:
        """How many rows there are, by equality on columns (none: all)."""

    def whole(self, table: str, *, order: Sequence[str] = (), columns: Sequence[str] | None = None) -> list[Row]:
        """Every row: recorded as "whole table", so any change of the table asks again."""

    def passed(self, moment: datetime) -> bool:
        """Whether `moment` has come. Until it has, the answer is asked again when it comes."""

    def year(self, zone: str) -> int:
        """The year now in the named IANA zone; asked again when it turns."""


known: dict[str, Question[..., Any]] = {}
"""Every question by its name, so that the press can ask again what a ledger from an earlier process names."""


class Question(Generic[P, T_co]):
    """A named reading of the window that answers plain values."""

    def __init__(self, ask: Callable[Concatenate[Reading, P], T_co], *, ahead: bool = False) -> None:
        self.reads = ask
        self.ahead = ahead
        self.name = f"{ask.__module__.removeprefix('communique.')}.{ask.__qualname__}"
        self.__doc__ = ask.__doc__
        known[self.name] = self

    def __repr__(self) -> str:
        return f"<question {self.name}>"


def question(ask: Callable[Concatenate[Reading, P], T]) -> Question[P, T]:
    """Make a function of (read, *plain arguments) a question.

    Its answers are plain values or frozen dataclasses of them.
    """
    return Question(ask)


def question_ahead(ask: Callable[Concatenate[Reading, P], T]) -> Question[P, T]:
    """Make it a question that takes long, and whose answer seldom changes.

    The press asks again what it knows of before anybody waits for it, while it has nothing else to do.
    """
    return Question(ask, ahead=True)


class Unanswered(RuntimeError):
    """A question could not be answered; the cause says why.

    A sheet that shows many things may leave one out for it: the sheet of that thing itself fails, and is told of.
    """


class Ask(Protocol):
    """How a sheet asks: `ask(neighbours, page_id)`."""

    def __call__(self, question: Question[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer. Raises Unanswered."""

    def once(self, make: Callable[[Ask, K], T], key: K) -> T:
        """What `make(ask, key)` gives, worked out once in a run for all sheets that show it: a card, an entry.

        It must follow from what it asks, and nobody may change it. Raises what `make` raises.
        """


def all_made(ask: Ask, wanted: Iterable[tuple[Callable[[Ask, K], T | None], K]]) -> list[T]:
    """What is made of each key, in order, for a sheet that shows many things: cards, entries.

    What isn't there is left out. So is what can't be made: that thing's own sheet fails, and its editor is told.
    """
    found = []
    for make, key in wanted:
        try:
            made = ask.once(make, key)
        except Unanswered:
            continue
        if made is not None:
            found.append(made)
    return found
