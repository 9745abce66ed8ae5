"""What was asked of each surface, what answered, and what was found."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from .words import OPEN, leaked, shown


@dataclass
class Tally:
    """By surface: how often it was asked, how often it answered as itself, words for all in it; and the leaks."""

    asked: Counter[str] = field(default_factory=Counter)
    real: Counter[str] = field(default_factory=Counter)
    leaks: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    open: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def note(self, surface: str, found: set[str], where: str, *, real: bool = True, but: tuple[str, ...] = (OPEN,)):
        self.asked[surface] += 1
        self.real[surface] += real
        self.open[surface] |= shown(found)
        for place in leaked(found, but=but):
            self.leaks[place].append(f"{surface}: {where}")

    def in_words(self) -> Iterator[str]:
        """A line for each surface, and one for each word that was seen where it mustn't be."""
        yield f"{'':45}{'asked':>7}{'real':>7}{'open':>7}"
        for surface in sorted(self.asked):
            yield f"{surface:45}{self.asked[surface]:7}{self.real[surface]:7}{len(self.open[surface]):7}"
        for place, where in sorted(self.leaks.items()):
            yield f"{place} is seen {len(where)} times, such as in {where[0]}"
        yield f"{len(self.asked)} surfaces, {self.asked.total():,} answers, {len(self.leaks)} leaks"
