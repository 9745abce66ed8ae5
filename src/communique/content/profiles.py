"""What a person's own page tells besides what they wrote: sections offer it, each in short."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.press.questions import Ask

from .frames import Context


@dataclass(frozen=True)
class Mention:
    """A word or two, and where they lead if they do."""

    words: str
    address: str = ""


@dataclass(frozen=True)
class Fact:
    """Something about a person: what kind of thing it is, and what there is of it."""

    label: str
    told: tuple[Mention, ...]


Tell = Callable[[Ask, int, str], Sequence[Fact]]
"""(ask, person, language) → what a section knows of them, in the words of the language."""

_tells: list[tuple[int, Tell]] = []


def offer(tell: Tell, *, weight: int) -> None:
    """Let people's pages tell this; what is lighter stands first."""
    if (weight, tell) not in _tells:
        _tells.append((weight, tell))
        _tells.sort(key=lambda one: one[0])


def facts(ask: Ask, person_id: int, language: str) -> list[Context]:
    """All that sections tell of a person, as templates show it."""
    return [
        {"label": fact.label, "told": [{"words": one.words, "address": one.address} for one in fact.told]}
        for _, tell in _tells
        for fact in tell(ask, person_id, language)
        if fact.told
    ]
