"""Places that links lead to: contents lists and notes point at them, and so do other people's pages."""

from __future__ import annotations

from collections.abc import Iterable

from communique.text import headings

from ..tree import Element, find_all, has_text, walk

LONGEST = 120


class Places:
    """The places of a text: those written as such, and those that a link in the text leads to."""

    def __init__(self, root: Element) -> None:
        self._sought = {link.attributes.get("href", "").strip()[1:] for link in find_all(root, "a") if _is_within(link)}
        self.names = frozenset(name for each in walk(root) if isinstance(each, Element) for name in self._of(each))

    def __contains__(self, name: object) -> bool:
        return name in self.names

    def within(self, element: Element) -> list[str]:
        """The names of the places in an element, itself included."""
        return [name for each in walk(element) if isinstance(each, Element) for name in self._of(each)]

    def of(self, element: Element) -> list[str]:
        """The names of an element itself."""
        return list(self._of(element))

    def _of(self, element: Element) -> Iterable[str]:
        named = [element.attributes.get("id", "").strip()]
        if element.tag == "a":
            named.append(element.attributes.get("name", "").strip())
        only_a_place = element.tag == "a" and not has_text(element)
        for name in dict.fromkeys(named):
            if is_usable(name) and (only_a_place or name in self._sought):
                yield name


def _is_within(link: Element) -> bool:
    return link.attributes.get("href", "").strip().startswith("#")


def is_usable(name: str) -> bool:
    """Whether a name can be the name of a place."""
    return len(name) <= LONGEST and headings.can_be_anchor(name)
