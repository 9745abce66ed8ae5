"""Divided lists: a section lists all that stands in it, and each part of it at an address of its own below.

Events are divided by their kinds, publications by their forms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from wagtail.models import Page

from communique.press.questions import Ask
from communique.publishing import addresses
from communique.publishing.words import Say, in_language
from communique.text.sentences import Sentence

from .frames import Context
from .questions import pages as asked
from .questions.pages import Head, Link


@dataclass(frozen=True)
class Division:
    """A part of what a section publishes: the last part of the address of its list, and what that is called."""

    segment: str
    title: Callable[[Say], str]


@dataclass(frozen=True)
class Divided:
    """All parts of a section by their names. The name "" means its whole list.

    `whole` is what the way to that list is called; without it, the way has the section's own name.
    """

    every: Mapping[str, Division]
    whole: Callable[[Say], str] | None = None

    def keep_below(self, kind: type[Page], holder: Sentence) -> None:
        """Let no page below a section have the address of a part's list."""
        addresses.keep_below(kind, "|".join(one.segment for one in self.every.values()), holder)

    def address(self, section: str, name: str) -> str:
        """Where a part of the section at an address is listed."""
        return f"{section}{self.every[name].segment}/" if name else section

    def title(self, section: str, language: str, name: str) -> str:
        """What the list of a part is called, in a section that has this title."""
        return self.every[name].title(in_language(language)) if name else section

    def above(self, ask: Ask, top: Head, name: str, *, newest: bool) -> tuple[Link, ...]:
        """The pages above a list: the section's, a part's, one of older entries."""
        above = ask(asked.crumbs, top.path[: -asked.STEP])
        above += (Link(top.title, top.address),) if name or not newest else ()
        here = Link(self.title(top.title, top.language, name), self.address(top.address, name))
        return above + ((here,) if name and not newest else ())

    def ways(self, top: Head, current: str, shown: Iterable[str]) -> list[Context]:
        """The ways to the whole list and to those of the parts that are shown, the current one marked."""
        whole = self.whole(in_language(top.language)) if self.whole else top.title
        return [
            {
                "title": self.title(whole, top.language, name),
                "address": self.address(top.address, name),
                "current": name == current,
            }
            for name in ("", *shown)
        ]
