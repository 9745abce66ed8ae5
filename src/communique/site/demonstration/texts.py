"""The demonstration's articles and plain pages, read from their manuscripts and checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

from communique.content.amendments import Classed
from communique.sections.articles import own_fields

from .manuscripts import Manuscript, read

HERE = Path(__file__).parent
LANGUAGES = ("en", "ur", "ar", "ru")
STATES = ("live", "draft", "scheduled")

State = Literal["live", "draft", "scheduled"]


@dataclass(frozen=True)
class Credit:
    """Someone's part in an article."""

    person: str
    role: str


@dataclass(frozen=True)
class Change:
    """A change of an article that its readers were told of."""

    published: datetime
    told: Classed


@dataclass(frozen=True)
class Article:
    """An article as its head describes it; the body is still in the manuscript."""

    manuscript: Manuscript
    title: str
    slug: str
    kicker: str
    standfirst: str
    type: str
    published: datetime
    updated: datetime | None
    state: State
    topics: tuple[str, ...]
    original: str | None  # the language that it was translated from
    picture: str
    picture_alt: str
    picture_caption: str
    credits: tuple[Credit, ...]
    findings: tuple[str, ...] = ()
    changes: tuple[Change, ...] = ()
    origin: str = ""  # who published it first
    origin_link: str = ""
    origin_date: date | None = None
    permission: str = ""
    own: Mapping[str, Any] = field(default_factory=dict)  # what it has by its form

    @property
    def language(self) -> str:
        """The language it is written in."""
        return self.manuscript.language

    @property
    def name(self) -> str:
        """What it has in common with its translations."""
        return self.manuscript.name

    @property
    def key(self) -> str:
        """Its place among all texts: "en/how-to-read-a-communique"."""
        return f"{self.language}/{self.name}"


@dataclass(frozen=True)
class Plain:
    """A page that is no article."""

    manuscript: Manuscript
    title: str
    slug: str
    standfirst: str


def articles(folder: Path = HERE / "articles") -> list[Article]:
    """Every article, oldest first."""
    found = [article(read(path)) for path in sorted(folder.glob("*/*.md"))]
    return sorted(found, key=lambda one: (one.published, one.key))


def plain_pages(language: str, folder: Path = HERE / "pages") -> dict[str, Plain]:
    """The plain pages of a language by name."""
    return {path.stem: plain(read(path)) for path in sorted((folder / language).glob("*.md"))}


def article(manuscript: Manuscript) -> Article:
    """Understand the head of an article. Raises Illegible."""
    manuscript.hold_to(
        required=(
            "title",
            "kicker",
            "standfirst",
            "type",
            "published",
            "topics",
            "picture",
            "picture_alt",
        ),
        optional=(
            *("contributors", "slug", "updated", "state", "original", "picture_caption", "findings", "changes"),
            *("origin", "origin_link", "origin_date", "permission"),
            *own_fields.NAMES,
        ),
    )
    head = manuscript.head
    return Article(
        manuscript=manuscript,
        title=head["title"],
        slug=head.get("slug", manuscript.name),
        kicker=head["kicker"],
        standfirst=head["standfirst"],
        type=head["type"],
        published=_moment(manuscript, "published"),
        updated=_moment(manuscript, "updated") if "updated" in head else None,
        state=_state(manuscript),
        topics=tuple(head["topics"]),
        original=_original(manuscript),
        picture=head["picture"],
        picture_alt=head["picture_alt"],
        picture_caption=head.get("picture_caption", ""),
        credits=_credits(manuscript, head.get("contributors", [])),
        findings=tuple(head.get("findings", ())),
        changes=tuple(_change(manuscript, one) for one in head.get("changes", ())),
        origin=head.get("origin", ""),
        origin_link=head.get("origin_link", ""),
        origin_date=head.get("origin_date"),
        permission=head.get("permission", ""),
        own={name: _lines(head[name]) for name in own_fields.NAMES if name in head},
    )


def plain(manuscript: Manuscript) -> Plain:
    """Understand the head of a plain page. Raises Illegible."""
    manuscript.hold_to(required=("title", "slug", "standfirst"))
    return Plain(manuscript, **manuscript.head)


def _lines(written: Any) -> Any:
    """Several are written a line each, as editors do."""
    return "\n".join(written) if isinstance(written, list) else written


def _moment(manuscript: Manuscript, key: str) -> datetime:
    moment = manuscript.head[key]
    if not isinstance(moment, datetime) or moment.tzinfo is None:
        raise manuscript.fault(
            f"{key} is a date with time and zone, like 2024-06-27T06:00:00Z.", manuscript.line_of(key)
        )
    return moment.astimezone(UTC)


def _change(manuscript: Manuscript, given: Mapping[str, Any]) -> Change:
    told = {key: value for key, value in given.items() if key != "published"}
    try:
        classed = Classed(**told)
        moment = given["published"].astimezone(UTC)
    except (TypeError, KeyError, AttributeError):
        said = "a change is { kind = …, published = …, wrong = …, right = …, note = … }."
        raise manuscript.fault(said, manuscript.line_of("changes")) from None
    if missing := classed.missing():
        raise manuscript.fault(f"the change lacks {', '.join(missing)}.", manuscript.line_of("changes"))
    return Change(moment, classed)


def _state(manuscript: Manuscript) -> State:
    state = manuscript.head.get("state", "live")
    if state not in STATES:
        known = ", ".join(STATES)
        raise manuscript.fault(f"state {state!r} is not understood; use {known}.", manuscript.line_of("state"))
    return state


def _original(manuscript: Manuscript) -> str | None:
    original: str | None = manuscript.head.get("original")
    if original is None:
        return None
    twin = manuscript.path.parent.parent / original / manuscript.path.name
    if original == manuscript.language or not twin.exists():
        said = f"original {original!r} is the language of a file of the same name in another folder."
        raise manuscript.fault(said, manuscript.line_of("original"))
    return original


def _credits(manuscript: Manuscript, given: Sequence[Mapping[str, Any]]) -> tuple[Credit, ...]:
    try:
        return tuple(Credit(**one) for one in given)
    except TypeError:
        said = "a contributor is { person = …, role = … }."
        raise manuscript.fault(said, manuscript.line_of("contributors")) from None
