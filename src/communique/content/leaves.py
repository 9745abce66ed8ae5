"""Older pages of lists: which part prints those of a shelf ("section", "topic", "person")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wagtail.models import Page

from communique.press.questions import Ask
from communique.press.sheets import Copy
from communique.publishing import addresses
from communique.text.sentences import sentence

from . import frames
from .addressing import page_of_list
from .cards import Card, listed
from .frames import Context
from .questions import pages as asked
from .questions.lists import Leaf, leaf_of

Compose = Callable[[Ask, "list[str]", int], Copy | None]
"""(ask, what follows the shelf's kind, the page's number) → that page."""

_printed: dict[str, Compose] = {}


def offer(kind: str, compose: Compose, below: type[Page] | None = None) -> None:
    """Print the older pages of the shelves of a kind; `below` which pages they stand, if they are lists of pages."""
    _printed[kind] = compose
    if below is not None:
        addresses.keep_below(below, "page", sentence("Older entries"))


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


def frame(ask: Ask, top: asked.Head, leaf: Leaf, shown: Sequence[Card], *, at_large: str = "") -> Context:
    """The frame of a page of the list that a page of the tree shows at its own address.

    Its translations, and what of it stands `at_large`, are the newest page's alone; the others stand below it.
    """
    is_newest = leaf.newer is None
    return frames.frame(
        ask,
        top.language,
        own_address(leaf, top.address),
        top.title,
        description=top.description,
        breadcrumbs=ask(asked.crumbs, top.path[: -asked.STEP] if is_newest else top.path),
        translations=top.translations if is_newest else (),
        matter=listed(shown),
        at_large=at_large if is_newest else "",
    )
