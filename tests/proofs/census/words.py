"""The words of a census, and who may see which."""

from __future__ import annotations

from dataclasses import dataclass

from ..canaries import Canaries

OPEN, ONCE, NEVER = "open", "once", "never"
"""Whether readers may see a word, could see it before it was withdrawn, or can never see it."""


@dataclass(frozen=True)
class Purse:
    """Gives out words for one place: `seen` says who may see what is planted from it."""

    canaries: Canaries
    what: str
    seen: str = NEVER

    def word(self, where: str, seen: str | None = None) -> str:
        """A new one."""
        return self.canaries.plant(f"{seen or self.seen}: {self.what}: {where}")

    def within(self, where: str, seen: str | None = None) -> Purse:
        """For what hangs on it."""
        return Purse(self.canaries, f"{self.what}: {where}", seen or self.seen)


def leaked(found: set[str], *, but: tuple[str, ...] = (OPEN,)) -> set[str]:
    """Those of the places found whose words aren't for whoever looked."""
    return {where for where in found if where.partition(": ")[0] not in but}


def shown(found: set[str]) -> set[str]:
    """Those whose words are for all."""
    return found - leaked(found)
