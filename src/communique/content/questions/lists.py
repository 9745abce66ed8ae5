"""Lists in print: which pages stand on which page of a list, numbered from the oldest.

An older page has exactly twenty entries and doesn't change when something is published: the newest page alone does.
Where a page begins is found by adding up years and months that are past, so it takes as long for a hundred entries
as for a hundred thousand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from communique.content.lists import PAGE
from communique.press.questions import Ask, Question, Reading, question, question_ahead

LISTINGS = ("content_listing", ("published", "page_id"))
AMENDMENTS = ("content_amendment", ("published", "id"))
"""Tables that hold lists, with the order of their entries; what is last in it is an entry's number."""

DECEMBER = 12

_LARGE = ("section:", "topic:", "person:")
"""Lists that may have thousands of entries."""

Entry = tuple[int, str]
"""An entry of a list: its number (mostly a page's) and its kind ("articles.articlepage")."""


@dataclass(frozen=True)
class Ends:
    """When the oldest entry of a list was published, and when the newest."""

    first_year: int
    last_year: int
    last_month: int


@dataclass(frozen=True)
class Place:
    """Where an entry stands: so many after the beginning of a month."""

    month: int
    offset: int


@dataclass(frozen=True)
class Leaf:
    """One page of a list: its entries newest first, its number, and those of its neighbours.

    `newer` is None on the newest page, and 0 where the newer neighbour is the newest page, which has no number in
    its address.
    """

    entries: tuple[Entry, ...]
    number: int
    older: int | None
    newer: int | None


@question
def ends(read: Reading, shelf: str) -> Ends | None:
    """The years between which a list runs; None for an empty one."""
    columns = ("year", "month")
    first = read.span(*_held(shelf), shelf=shelf, limit=1, columns=columns)
    last = read.span(*_held(shelf), shelf=shelf, limit=1, newest_first=True, columns=columns)
    return Ends(first[0].year, last[0].year, last[0].month) if first and last else None


@question
def first_year(read: Reading, shelf: str) -> int | None:
    """The year of the oldest entry of a list; None for an empty one."""
    first = read.span(*_held(shelf), shelf=shelf, limit=1, columns=("year",))
    return int(first[0].year) if first else None


@question
def goes_on(read: Reading, shelf: str, month: int) -> bool:
    """Whether there are entries of a list after a month (202611)."""
    after = start_of(_following(month))
    return bool(read.span(*_held(shelf), after=after, limit=1, shelf=shelf, columns=("published",)))


@question_ahead
def in_year(read: Reading, shelf: str, year: int) -> int:
    """How many entries of a list are of a year."""
    return read.count(_held(shelf)[0], shelf=shelf, year=year)


@question
def in_month(read: Reading, shelf: str, month: int) -> int:
    """How many entries of a list are of a month (202611)."""
    return read.count(_held(shelf)[0], shelf=shelf, month=month)


@question
def size(read: Reading, shelf: str) -> int:
    """How many entries a list has."""
    return read.count(_held(shelf)[0], shelf=shelf)


@question_ahead
def before_year(read: Reading, shelf: str, first: int, year: int) -> int:
    """How many entries of a list are of the years from the first to another, without that one."""
    return sum(read.count(_held(shelf)[0], shelf=shelf, year=one) for one in range(first, year))


@question
def before_in_year(read: Reading, shelf: str, month: int) -> int:
    """How many entries of a list are of the months of a year before this one (202611)."""
    return sum(read.count(_held(shelf)[0], shelf=shelf, month=one) for one in range(month // 100 * 100 + 1, month))


@question
def stretch(read: Reading, shelf: str, month: int, offset: int, limit: int) -> tuple[Entry, ...]:
    """So many entries of a list, oldest first, from a place counted from the beginning of a month."""
    table, order = _held(shelf)
    columns = (order[-1], "kind")
    rows = read.span(table, order, after=start_of(month), offset=offset, limit=limit, shelf=shelf, columns=columns)
    return tuple((getattr(row, order[-1]), row.kind) for row in rows)


@question
def last(read: Reading, shelf: str, count: int) -> tuple[Entry, ...]:
    """So many entries of a list, newest first."""
    table, order = _held(shelf)
    rows = read.span(table, order, newest_first=True, limit=count, shelf=shelf, columns=(order[-1], "kind"))
    return tuple((getattr(row, order[-1]), row.kind) for row in rows)


@question
def latest(read: Reading, shelf: str, count: int) -> tuple[tuple[datetime, int], ...]:
    """The newest entries of a list with their dates, newest first."""
    table, order = _held(shelf)
    rows = read.span(table, order, newest_first=True, limit=count, shelf=shelf, columns=order)
    return tuple((row.published, getattr(row, order[-1])) for row in rows)


@question
def reaches(read: Reading, shelf: str, month: int, offset: int) -> bool:
    """Whether there is an entry at a place."""
    return bool(
        read.span(*_held(shelf), after=start_of(month), offset=offset, limit=1, shelf=shelf, columns=("published",))
    )


@question
def reaches_in_month(read: Reading, shelf: str, month: int, offset: int) -> bool:
    """Whether there is an entry of a month (202611) at a place, counted from its beginning."""
    return _stands(read, shelf, month, _following(month), offset)


@question
def has_month(read: Reading, shelf: str, month: int) -> bool:
    """Whether something stands in a month (202611) of a list; unlike how much, this hardly ever changes."""
    return _stands(read, shelf, month, _following(month), 0)


@question
def has_year(read: Reading, shelf: str, year: int) -> bool:
    """Whether something stands in a year of a list."""
    return _stands(read, shelf, year * 100 + 1, (year + 1) * 100 + 1, 0)


@question
def is_empty(read: Reading, shelf: str) -> bool:
    """Whether nothing stands in a list."""
    return not read.span(*_held(shelf), shelf=shelf, limit=1, columns=("published",))


@question
def leaf_of(read: Reading, number: int) -> tuple[str, int] | None:
    """The shelf and page number of a leaf."""
    row = read.row("content_leaf", number)
    return (row.shelf, row.number) if row else None


@question
def period(read: Reading, number: int) -> tuple[str, int, int] | None:
    """The shelf, year and month of a period; the month is 0 for a year as a whole."""
    row = read.row("content_period", number)
    return (row.shelf, row.year, row.month) if row else None


@question
def years(read: Reading, shelf: str) -> tuple[int, ...]:
    """The years that a list may have something in, newest first."""
    rows = read.rows("content_period", shelf=shelf, month=0, columns=("year",))
    return tuple(sorted((row.year for row in rows), reverse=True))


@question
def months(read: Reading, shelf: str, year: int) -> tuple[int, ...]:
    """The months of a year that a list may have something in, from January."""
    rows = read.rows("content_period", shelf=shelf, year=year, columns=("month",))
    return tuple(sorted(row.month for row in rows if row.month))


def newest(ask: Ask, shelf: str) -> Leaf:
    """The newest page of a list; an empty one has no entries."""
    whole = length(ask, shelf)
    if not whole:
        return Leaf((), 1, None, None)
    number = max(1, whole // PAGE)
    entries = ask(last, shelf, whole - PAGE * (number - 1))
    return Leaf(entries, number, number - 1 if number > 1 else None, None)


def older(ask: Ask, shelf: str, number: int, reaches: Question[[str, int, int], bool] = reaches) -> Leaf | None:
    """An older page of a list; None when the list is too short for it, by what `reaches` says of a place in it."""
    first = ask(first_year, shelf)
    if first is None:
        return None
    place = place_of(ask, shelf, first, PAGE * (number - 1))
    if not ask(reaches, shelf, place.month, place.offset + 2 * PAGE - 1):
        return None
    return _older(ask, shelf, place, number, reaches)


def newest_of_month(ask: Ask, shelf: str, month: int) -> Leaf:
    """The newest page of a month (202611) of a list; an empty one has no entries."""
    whole = ask(in_month, shelf, month)
    number = max(1, whole // PAGE)
    before = PAGE * (number - 1)
    entries = ask(stretch, shelf, month, before, whole - before) if whole else ()
    return Leaf(entries[::-1], number, number - 1 if number > 1 else None, None)


def older_of_month(ask: Ask, shelf: str, month: int, number: int) -> Leaf | None:
    """An older page of a month (202611) of a list; None when the month is too short for it."""
    place = Place(month, PAGE * (number - 1))
    if not ask(reaches_in_month, shelf, month, place.offset + 2 * PAGE - 1):
        return None
    return _older(ask, shelf, place, number, reaches_in_month)


def _older(ask: Ask, shelf: str, place: Place, number: int, reaches: Question[[str, int, int], bool]) -> Leaf:
    entries = ask(stretch, shelf, place.month, place.offset, PAGE)
    next_is_full = ask(reaches, shelf, place.month, place.offset + 3 * PAGE - 1)
    return Leaf(entries[::-1], number, number - 1 if number > 1 else None, number + 1 if next_is_full else 0)


def place_of(ask: Ask, shelf: str, first: int, position: int) -> Place:
    """Where the entry of this position stands, counted from 0 for the oldest; `first` is the year of that one.

    The last month is never counted, and where the list ends is never asked: it may grow unnoticed.
    """
    passed, year = 0, first
    while ask(goes_on, shelf, year * 100 + DECEMBER) and passed + (there := ask(in_year, shelf, year)) <= position:
        passed, year = passed + there, year + 1
    month = year * 100 + 1
    while (
        month % 100 < DECEMBER
        and ask(goes_on, shelf, month)
        and passed + (there := ask(in_month, shelf, month)) <= position
    ):
        passed, month = passed + there, month + 1
    return Place(month, position - passed)


def length(ask: Ask, shelf: str) -> int:
    """How many entries a list has. Of one that may have a hundred thousand only the last month is counted."""
    if not shelf.startswith(_LARGE):
        return ask(size, shelf)
    limits = ask(ends, shelf)
    if limits is None:
        return 0
    years = ask(before_year, shelf, limits.first_year, limits.last_year)
    return years + ask(before_in_year, shelf, limits.last_month) + ask(in_month, shelf, limits.last_month)


def _held(shelf: str) -> tuple[str, tuple[str, str]]:
    """The table that a list stands in, and its order."""
    return AMENDMENTS if shelf.startswith("corrections:") else LISTINGS


def _stands(read: Reading, shelf: str, month: int, until: int, offset: int) -> bool:
    table, order = _held(shelf)
    after, before = start_of(month), start_of(until)
    found = read.span(table, order, after=after, before=before, offset=offset, limit=1, shelf=shelf, columns=order[:1])
    return bool(found)


def _following(month: int) -> int:
    """The month after this one."""
    return month + 1 if month % 100 < DECEMBER else (month // 100 + 1) * 100 + 1


def start_of(month: int) -> tuple[datetime, int]:
    """What stands before every entry of a month (202611)."""
    return datetime(month // 100, month % 100, 1, tzinfo=UTC), 0
