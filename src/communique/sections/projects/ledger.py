"""Amounts by year: what each funder paid for what, and how much it was in each currency. Plain reckoning."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.content.acknowledgements import Support
from communique.content.questions.pages import Link


@dataclass(frozen=True)
class Entry:
    """A line of the accounts."""

    project: Link
    support: Support


@dataclass(frozen=True)
class Year:
    """A year's lines, by funder; sums by currency; and how many of the lines tell no amount."""

    year: int
    entries: tuple[Entry, ...]
    sums: tuple[tuple[str, int], ...]
    undisclosed: int


def by_year(entries: Iterable[Entry]) -> list[Year]:
    """The accounts of each year, the newest first."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.support.year, []).append(entry)
    return [_year(year, found[year]) for year in sorted(found, reverse=True)]


def _year(year: int, entries: list[Entry]) -> Year:
    sums: dict[str, int] = {}
    for one in entries:
        if one.support.amount is not None:
            sums[one.support.currency] = sums.get(one.support.currency, 0) + one.support.amount
    ordered = sorted(entries, key=lambda one: (one.support.funder.casefold(), one.project.title.casefold()))
    undisclosed = sum(one.support.amount is None for one in entries)
    return Year(year, tuple(ordered), tuple(sorted(sums.items())), undisclosed)
