"""Terms of office: what two of them have in common, and how one is told in years."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from communique.publishing.words import Say


@dataclass(frozen=True)
class Term:
    """From one day to another, both included; None where nothing is said of it."""

    began: date | None
    ended: date | None

    @property
    def backwards(self) -> bool:
        """Whether it would end before it begins."""
        return self.began is not None and self.ended is not None and self.ended < self.began

    def meets(self, other: Term) -> bool:
        """Whether they have a day in common."""
        return not (
            (self.ended is not None and other.began is not None and self.ended < other.began)
            or (other.ended is not None and self.began is not None and other.ended < self.began)
        )


def twice(held: Iterable[tuple[object, Term]]) -> set[int]:
    """The places, counted from 0, of those that hold the same as one before them for a time that meets its term."""
    told: Sequence[tuple[object, Term]] = list(held)
    return {
        later
        for (first, (one, term)), (later, (other, again)) in combinations(enumerate(told), 2)
        if one == other and term.meets(again)
    }


def in_years(say: Say, term: Term) -> str:
    """A term as readers are told it: "2016–2022", "since 2022", "until 2022"; "" where nothing is known."""
    if term.began and term.ended:
        years = dict.fromkeys((term.began.year, term.ended.year))
        return "–".join(str(year) for year in years)
    if term.began:
        return say("since {year}", year=str(term.began.year))
    return say("until {year}", year=str(term.ended.year)) if term.ended else ""
