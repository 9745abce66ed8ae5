"""The demonstration's gallery: albums of drawings, some of them of an event that is over."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from communique.content.models import BasePage, EarlyLink
from communique.sections.gallery.models import AlbumPage, AlbumPicture, GalleryPage, ShownPerson

from . import institute
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

HUNG = timedelta(days=2)
"""So long after its day an album was put on the site."""

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make the gallery and the albums of every language; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "gallery.toml").read_text("utf-8"))
    today = timezone.localdate()
    for language in LANGUAGES:
        said = table["section"][language]
        page = GalleryPage(title=said["title"], slug=said["slug"], introduction=f"<p>{said['introduction']}</p>")
        tree.galleries[language] = add(tree, tree.homes[language], page, language, tree.galleries.get(LANGUAGES[0]))
    for told in table["album"]:
        first: BasePage | None = None
        for language in (one for one in LANGUAGES if one in told):
            day = today - timedelta(days=told["days"])
            page = _album(tree, told, language, day, table["emblem"][language])
            opened = datetime.combine(day + HUNG, time(6), UTC)
            if "waits" in told:
                page.go_live_at = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(
                    days=told["waits"]
                )
            live = page.go_live_at is None
            added = add(tree, tree.galleries[language], page, language, first, opened=opened, live=live)
            if not live:
                EarlyLink.objects.create(page=added, newsroom="The Anchorage Gazette")
            tree.albums[f"{language}/{told['name']}"] = added
            first = first or added


def _album(tree: Tree, told: Told, language: str, day: date, emblem: str) -> AlbumPage:
    said = told[language]
    event = tree.events.get(f"{language}/{told.get('event', '')}")
    pictures = [*_drawings(tree, told, said, language), *_emblems(tree, told, language, emblem)]
    for place, picture in enumerate(pictures):
        picture.sort_order = place
    return AlbumPage(
        title=said["title"],
        slug=said["slug"],
        day=day,
        place=said["place"],
        introduction=f"<p>{said['introduction']}</p>",
        occasion=event.page_ptr if event else None,
        pictures=pictures,
        people=[
            ShownPerson(person=tree.cast.people[slug], sort_order=place)
            for place, slug in enumerate(told.get("people", []))
        ],
    )


def _drawings(tree: Tree, told: Told, said: Told, language: str) -> Iterator[AlbumPicture]:
    alts = said.get("alts", [""] * len(told["pictures"]))
    for name, caption, alt in zip(told["pictures"], said["captions"], alts, strict=True):
        picture = tree.cast.library.drawings[name]
        yield AlbumPicture(picture=picture, alt=alt, caption=caption, credit=institute.drawn_by(language))


def _emblems(tree: Tree, told: Told, language: str, emblem: str) -> Iterator[AlbumPicture]:
    for slug in told.get("emblems", []):
        name = next(one for one in institute.people() if one.slug == slug).texts[language]["name"]
        picture = tree.cast.library.portraits[slug]
        yield AlbumPicture(
            picture=picture, alt=emblem.format(name=name), caption=name, credit=institute.drawn_by(language)
        )
