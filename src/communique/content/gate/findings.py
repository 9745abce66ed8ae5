"""What the gate finds: where, what is wrong, what would do; and what follows from all of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b

from communique.text.sentences import Sentence, in_a_row, sentence

NAMED = 5
"""So many refusals are told at once."""


class Level(StrEnum):
    """What a finding does."""

    REFUSES = "refuses"
    WARNS = "warns"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the editor something stands: the path of the field or block there, and what editors call it."""

    path: str
    name: Sentence

    def within(self, part: str) -> Place:
        """A part of it: the description of a picture."""
        return Place(f"{self.path}.{part}" if self.path else part, self.name)


WHOLE = Place("", sentence("The page as a whole"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a rule found."""

    place: Place
    said: Sentence
    remedy: Sentence
    level: Level = Level.REFUSES
    rule: str = ""

    @property
    def key(self) -> str:
        """The same for the same thing in the same place, so that it is let pass once and not each time.

        Whoever looks: it is made of the English words.
        """
        told = "\0".join((self.rule, self.place.path, self.said.english))
        return blake2b(told.encode(), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Waiver:
    """Word that a finding was let pass: by whom, when, why."""

    who: str
    when: datetime
    reason: str


@dataclass(frozen=True)
class Verdict:
    """All that was found on a draft, and what of it was let pass before."""

    findings: tuple[Finding, ...] = ()
    waived: Mapping[str, Waiver] = field(default_factory=dict)

    @property
    def refusals(self) -> list[Finding]:
        """What has to be put right, or be let pass, before readers may see the page."""
        return [one for one in self.findings if one.level is Level.REFUSES and one.key not in self.waived]

    @property
    def let_pass(self) -> list[tuple[Finding, Waiver]]:
        """What would be refused, had nobody let it pass."""
        refused = [one for one in self.findings if one.level is Level.REFUSES]
        return [(one, self.waived[one.key]) for one in refused if one.key in self.waived]

    @property
    def warnings(self) -> list[Finding]:
        """What may be wrong."""
        return [one for one in self.findings if one.level is Level.WARNS]


class Refused(ValueError):
    """A page may not be published as it is; the message says why."""

    def __init__(self, page_id: int, title: str, refusals: list[Finding]) -> None:
        self.page_id, self.title, self.refusals = page_id, title, refusals
        told = [sentence("The checks before publishing refuse “{title}”.", title=title)]
        told += [sentence("{place}: {said}", place=one.place.name, said=one.said) for one in refusals[:NAMED]]
        if len(refusals) > NAMED:
            told.append(sentence("And {number} more.", number=len(refusals) - NAMED))
        super().__init__(in_a_row(told))
