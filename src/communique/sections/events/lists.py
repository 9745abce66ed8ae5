"""Which events are to come and which are over: by the press's clock, with nobody at the desk.

Those that are over stand on pages numbered from the oldest, like all lists; what is still to come stands after them,
so that an event which ends changes the newest page and no other.
"""

from __future__ import annotations

from communique.content import lists
from communique.content.questions.lists import LISTINGS, Leaf, first_year, length, older, place_of, start_of, stretch
from communique.press.questions import Ask, Reading, question

BATCH = 20


@question
def coming(read: Reading, shelf: str) -> tuple[int, ...]:
    """The events of a list that haven't ended, the next to end first; asked again when that one does."""
    found: list[int] = []
    before = None
    while True:
        rows = read.span(*LISTINGS, before=before, newest_first=True, limit=BATCH, columns=LISTINGS[1], shelf=shelf)
        for row in rows:
            if read.passed(row.published):
                return tuple(reversed(found))
            found.append(row.page_id)
        if len(rows) < BATCH:
            return tuple(reversed(found))
        before = (rows[-1].published, rows[-1].page_id)


@question
def over_at(read: Reading, shelf: str, month: int, offset: int) -> bool:
    """Whether there is an event at a place of a list that has ended."""
    rows = read.span(*LISTINGS, after=start_of(month), offset=offset, limit=1, columns=("published",), shelf=shelf)
    return bool(rows) and read.passed(rows[0].published)


def newest_past(ask: Ask, shelf: str) -> Leaf:
    """The newest page of those that are over; an empty one has no entries."""
    first = ask(first_year, shelf)
    past = length(ask, shelf) - len(ask(coming, shelf))
    if first is None or past <= 0:
        return Leaf((), 1, None, None)
    number = max(1, past // lists.PAGE)
    begins = lists.PAGE * (number - 1)
    place = place_of(ask, shelf, first, begins)
    entries = ask(stretch, shelf, place.month, place.offset, past - begins)
    return Leaf(entries[::-1], number, number - 1 if number > 1 else None, None)


def older_past(ask: Ask, shelf: str, number: int) -> Leaf | None:
    """An older page of those that are over; None while too few are."""
    return older(ask, shelf, number, over_at)


def newest_of_all(ask: Ask, shelf: str, past: int) -> tuple[int, ...]:
    """All that is to come, and so many of those that ended last; in the order of their ends."""
    leaf = newest_past(ask, shelf)
    return (*(page_id for page_id, _ in leaf.entries[:past][::-1]), *ask(coming, shelf))
