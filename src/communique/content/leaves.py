"""Older pages of lists: which part prints those of a shelf ("section", "topic", "person")."""

from __future__ import annotations

from collections.abc import Callable

from communique.press.questions import Ask
from communique.press.sheets import Copy

from .addressing import page_of_list
from .frames import Context
from .questions.lists import Leaf, leaf_of

Compose = Callable[[Ask, "list[str]", int], Copy | None]
"""(ask, what follows the shelf's kind, the page's number) → that page."""

_printed: dict[str, Compose] = {}


def offer(kind: str, compose: Compose) -> None:
    """Print the older pages of the shelves of a kind."""
    _printed[kind] = compose


def compose(ask: Ask, number: int) -> Copy | None:
    """One older page, if its list is still long enough."""
    found = ask(leaf_of, number)
    if found is None:
        return None
    kind, *rest = found[0].split(":")
    return _printed[kind](ask, rest, found[1]) if kind in _printed else None


def context(leaf: Leaf, address: str) -> Context:
    """Where a page of the list at an address stands among the others."""
    newer = None
    if leaf.newer is not None:
        place = page_of_list(address, leaf.newer) if leaf.newer else address
        newer = {"address": place, "number": leaf.newer or leaf.number + 1}
    older = {"address": page_of_list(address, leaf.older), "number": leaf.older} if leaf.older else None
    return {"older": older, "newer": newer, "page_number": leaf.number, "pages": leaf.number if newer is None else 0}


def own_address(leaf: Leaf, address: str) -> str:
    """Where a page of the list at an address stands."""
    return address if leaf.newer is None else page_of_list(address, leaf.number)
