"""Acknowledgements: who paid for a page. The part that keeps projects offers to look; every page of the tree asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.press.questions import Ask

from .questions.pages import Link


@dataclass(frozen=True)
class Support:
    """What somebody paid, as far as that is told; `ror` and `funder_id` are as stored."""

    funder: str
    ror: str = ""
    funder_id: str = ""
    website: str = ""
    year: int = 0
    amount: int | None = None
    currency: str = ""
    number: str = ""


@dataclass(frozen=True)
class Acknowledgement:
    """What a page says of the project that it came of: the statement about its funding, and who paid."""

    project: Link
    statement: str
    supports: tuple[Support, ...]


Look = Callable[[Ask, int, str], Sequence[Acknowledgement]]
"""(ask, page, its language) → the projects that it came of."""

_looks: list[Look] = []


def offer(look: Look) -> None:
    """Offer to look for a page among the outputs that a part keeps."""
    if look not in _looks:
        _looks.append(look)


def of_page(ask: Ask, page_id: int, language: str) -> tuple[Acknowledgement, ...]:
    """What a page acknowledges; nothing for nearly all."""
    return tuple(one for look in _looks for one in look(ask, page_id, language))
