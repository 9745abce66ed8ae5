"""Files of the library as readers find them: the part that publishes documents offers to look. No text knows which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.press.questions import Ask, Question, Reading


@dataclass(frozen=True)
class Paper:
    """A document that readers can have: its page, and its file at the address that stays, with type and size."""

    title: str
    language: str
    page: str
    file: str
    kind: str
    size: str


Look = Callable[[Reading, int, str], "Paper | None"]
"""(reads, a file's number in the library, the language to say its size in) → the document, if it is public."""

Some = Question[[], bool]
"""Whether there is something to take along."""

_looks: list[Look] = []
_some: list[Some] = []


def offer(look: Look, some: Some) -> None:
    """Offer to look for a file among what a part publishes, and to tell whether there is something."""
    if look not in _looks:
        _looks.append(look)
        _some.append(some)


def published(read: Reading, number: int, language: str) -> Paper | None:
    """Where readers find a file of the library; None for one that they can't have. For use inside questions."""
    return next((found for look in _looks if (found := look(read, number, language)) is not None), None)


def has_something(ask: Ask) -> bool:
    """Whether readers can take a file along from anywhere on the site."""
    return any(ask(some) for some in _some)
