"""The invented institute: its people, topics and article types, and what it says of itself in each language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from .manuscripts import Illegible
from .texts import HERE, LANGUAGES

FOLDER = HERE / "house"
ARTIST = "petra-lindqvale"
DESCRIBED = {
    "commentary": "Article",
    "research-paper": "ScholarlyArticle",
    "policy-brief": "Report",
    "report": "Report",
    "working-paper": "ScholarlyArticle",
    "statement": "Article",
    "campaign": "Article",
    "op-ed": "OpinionNewsArticle",
}
"""What each kind of article is to search engines."""

FORMS = {
    "commentary": "opinion",
    "research-paper": "article",
    "policy-brief": "brief",
    "report": "report",
    "working-paper": "paper",
    "statement": "statement",
    "campaign": "campaign",
    "op-ed": "elsewhere",
}
"""The form of each kind of article."""

Texts = Mapping[str, Mapping[str, str]]  # by language, then by field


@dataclass(frozen=True)
class Named:
    """Something that has a slug and is written out in every language."""

    slug: str
    texts: Texts
    parent: str | None = None


@dataclass(frozen=True)
class Edition:
    """The institute in one language."""

    language: str
    name: str
    short_name: str
    tagline: str
    address: str
    about: str
    home: str
    introduction: str
    articles: Mapping[str, str]
    board: Mapping[str, str]


@dataclass(frozen=True)
class Series:
    """A series in one language; `parts` are the names of its texts."""

    name: str
    language: str
    title: str
    slug: str
    introduction: str
    parts: tuple[str, ...]


@cache
def series() -> tuple[Series, ...]:
    """Every series in every language that it is in, its first language first."""
    return tuple(
        Series(entry["name"], language, **{**entry[language], "parts": tuple(entry[language]["parts"])})
        for entry in _table("series.toml")["series"]
        for language in LANGUAGES
        if language in entry
    )


@cache
def people() -> tuple[Named, ...]:
    """Everyone who writes or sits on the board."""
    return _named("people.toml", "person", ("name", "role", "affiliation", "biography"))


def affiliation(slug: str, language: str) -> str:
    """Where one of our people belongs, in a language."""
    return next(person for person in people() if person.slug == slug).texts[language]["affiliation"]


def drawn_by(language: str) -> str:
    """Whom to thank for the drawings, in a language."""
    artist = next(person for person in people() if person.slug == ARTIST).texts[language]
    return f"{artist['name']} / {artist['affiliation']}"


@cache
def topics() -> tuple[Named, ...]:
    """What the articles are about; a wider topic stands before those below it."""
    return _named("topics.toml", "topic", ("title", "description"))


@cache
def types() -> tuple[Named, ...]:
    """The kinds of article, each with its standing disclaimer."""
    return _named("types.toml", "type", ("name", "disclaimer"))


@cache
def editions() -> tuple[Edition, ...]:
    """The institute in each of its languages, its own first."""
    table = _table("editions.toml")
    return tuple(Edition(language=language, **table[language]) for language in LANGUAGES)


def contact() -> tuple[int, str]:
    """The year it was founded, and where to write to."""
    table = _table("editions.toml")
    return table["founded"], table["email"]


def descriptions() -> Mapping[str, str]:
    """What each drawing shows."""
    return {name: said for name, said in _table("pictures.toml").items() if isinstance(said, str)}


def cover() -> str:
    """What the cover of the show shows."""
    return str(_table("pictures.toml")["cover"]["signals"])


def _named(file: str, kind: str, fields: tuple[str, ...]) -> tuple[Named, ...]:
    found = []
    for entry in _table(file)[kind]:
        texts = {language: entry.get(language, {}) for language in LANGUAGES}
        for language, text in texts.items():
            if sorted(text) != sorted(fields):
                wanted = ", ".join(fields)
                raise Illegible(f"{FOLDER / file}: {entry['slug']!r} needs {wanted} in {language!r}, and no more.")
        found.append(Named(entry["slug"], texts, entry.get("parent")))
    return tuple(found)


def _table(file: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / file).read_text("utf-8"))
