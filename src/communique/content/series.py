"""Series: where a page stands in one. The part that keeps series offers to look; the sheet of every page may ask."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.press.questions import Ask

from .frames import Context
from .questions.pages import Link


@dataclass(frozen=True)
class Part:
    """A part of a series that readers can see; `kind` is what the page is ("articles.articlepage")."""

    page_id: int
    kind: str
    title: str
    address: str


@dataclass(frozen=True)
class Standing:
    """A page's place in a series, counted from one; the parts are those that readers can see, in order."""

    series: Link
    number: int
    parts: tuple[Part, ...]

    @property
    def previous(self) -> Link | None:
        """The part before; None for the first."""
        return self._link(self.number - 2) if self.number > 1 else None

    @property
    def next(self) -> Link | None:
        """The part after; None for the last."""
        return self._link(self.number) if self.number < len(self.parts) else None

    def _link(self, at: int) -> Link:
        return Link(self.parts[at].title, self.parts[at].address)


Look = Callable[[Ask, int], Standing | None]

_looks: list[Look] = []


def offer(look: Look) -> None:
    """Offer to look for a page among the series that a part keeps."""
    if look not in _looks:
        _looks.append(look)


def standing(ask: Ask, page_id: int) -> Standing | None:
    """Where a page stands in a series; None if it is in none."""
    found = (look(ask, page_id) for look in _looks)
    return next((one for one in found if one is not None), None)


def shown(place: Standing | None) -> Context | None:
    """A place in a series as templates show it."""
    if place is None:
        return None
    return {
        "title": place.series.title,
        "address": place.series.address,
        "number": place.number,
        "total": len(place.parts),
        "parts": [
            {"title": one.title, "address": one.address, "current": number == place.number}
            for number, one in enumerate(place.parts, start=1)
        ],
    }
