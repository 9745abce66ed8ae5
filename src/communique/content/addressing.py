"""Addresses of what isn't a page: topics, people and corrections, in each language."""

from __future__ import annotations

from collections.abc import Callable
from unicodedata import normalize

from communique.publishing.models import Address

from . import languages

OLD = Address.State.OLD


def topic_address(slug: str, language: str) -> str:
    """The newest page of what is about a topic: /topics/gas/, /ur/topics/gas/."""
    return normalize("NFC", f"{languages.start(language)}topics/{slug}/")


def person_address(slug: str, language: str) -> str:
    """Someone's own page: /people/amina-rahman/."""
    return normalize("NFC", f"{languages.start(language)}people/{slug}/")


def corrections_address(language: str) -> str:
    """The newest page of what was put right in a language: /corrections/, /ur/corrections/."""
    return f"{languages.start(language)}corrections/"


def corrections_feed(language: str, kind: str) -> str:
    """The same as a feed: /corrections/feed.atom."""
    return f"{corrections_address(language)}feed.{kind}"


def page_of_list(address: str, number: int) -> str:
    """An older page of the list at an address."""
    return f"{address}page/{number}/"


def period_of_list(address: str, year: int, month: int = 0) -> str:
    """A year, or a month of it, of the list at an address: /articles/2026/, /articles/2026/11/."""
    return f"{address}{year}/{month:02}/" if month else f"{address}{year}/"


def renamed(address: Callable[[str, str], str], before: str, after: str) -> None:
    """Let the addresses with the slug from before lead to those with the new one, in every language, in one hop."""
    for language in languages.published():
        old, new = address(before, language), address(after, language)
        Address.objects.filter(address=new, state=OLD, page=None).delete()
        Address.objects.filter(state=OLD, page=None, target=old).update(target=new)
        if not Address.objects.filter(address=old).exists():
            Address.objects.create(address=old, state=OLD, target=new)
