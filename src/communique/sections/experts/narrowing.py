"""Looking by two things at once: who knows each, and which two make a list shorter. Plain reckoning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations

from .questions import Known

KINDS = ("topics", "regions", "languages")
"""What one can look by, in the order in which two are named; also a part of addresses."""


@dataclass(frozen=True)
class Thing:
    """One thing to look by: a topic, a region or a language."""

    kind: str
    known: Known


Who = Mapping[Thing, frozenset[int]]
"""The people found by each thing, in the order of KINDS and of names."""


def who(people: Iterable[tuple[int, Iterable[Thing]]]) -> dict[Thing, frozenset[int]]:
    """From what each person knows: who is found by each thing."""
    found: dict[Thing, set[int]] = {}
    for person, things in people:
        for thing in things:
            found.setdefault(thing, set()).add(person)
    ordered = sorted(found, key=lambda one: (KINDS.index(one.kind), one.known.name.casefold(), one.known.slug))
    return {thing: frozenset(found[thing]) for thing in ordered}


def pairs(found: Who) -> Iterator[tuple[tuple[Thing, Thing], frozenset[int]]]:
    """Two things of two kinds that lead to fewer people than either does, and to somebody. Others need no page."""
    for one, other in combinations(found, 2):
        both = found[one] & found[other]
        if one.kind != other.kind and both and len(both) < min(len(found[one]), len(found[other])):
            yield (one, other), both


def narrower(found: Who, here: Thing) -> Iterator[tuple[Thing, tuple[Thing, ...], int]]:
    """What makes the list of a thing shorter: by what, the things whose list that is, and how many stand there.

    Where all who know the other thing know this one too, the other's own list is it.
    """
    for other in found:
        both = found[here] & found[other]
        if other.kind == here.kind or not both or both == found[here]:
            continue
        first, second = sorted((here, other), key=lambda one: KINDS.index(one.kind))
        yield other, ((other,) if both == found[other] else (first, second)), len(both)
