"""What there is a word of schema.org for: each kind of matter, with whoever says it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from communique.content.described import Described, Matter

from .nodes import Node

Says = Callable[[Described, Any], Node]


@dataclass(frozen=True)
class Kind:
    """Who says it, under which anchor of its page ("": it is said of the organisation), and what a page that is."""

    says: Says
    anchor: str
    page: str


_kinds: dict[type[Matter], Kind] = {}


def entity(matter: type[Matter], *, anchor: str, page: str = "WebPage") -> Callable[[Says], Says]:
    """Let the function say what the page is about, given the page and its matter: a node of its own.

    The node is `#anchor` of the page's address, which it bears as its "@id"; `page` is the type of the page itself.
    """
    return _kept(matter, anchor, page)


def of_organisation(matter: type[Matter], *, page: str) -> Callable[[Says], Says]:
    """Let the function say what the organisation's node gains on a page that is about the organisation."""
    return _kept(matter, "", page)


def kind_of(matter: Matter | None) -> Kind | None:
    """Who says it; None for what there is no word for."""
    return _kinds.get(type(matter)) if matter is not None else None


def _kept(matter: type[Matter], anchor: str, page: str) -> Callable[[Says], Says]:
    def keep(says: Says) -> Says:
        _kinds[matter] = Kind(says, anchor, page)
        return says

    return keep
