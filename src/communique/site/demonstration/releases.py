"""The demonstration's press rooms: a release that is out, and one under embargo whenever it is loaded."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from communique.content.models import BasePage, EarlyLink
from communique.sections.releases.models import ReleasePage, ReleasesPage

from . import institute
from .markup import block
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make press rooms and releases; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "releases.toml").read_text("utf-8"))
    for language in LANGUAGES:
        said = table["room"][language]
        page = ReleasesPage(
            title=said["title"],
            slug=said["slug"],
            introduction=f"<p>{said['introduction']}</p>",
            contact_name=said["contact"],
            contact_email="press@nilgun.example",
            contact_telephone="+44 20 7946 0100",
        )
        above, first = tree.plain[f"{language}/about"], tree.rooms.get(LANGUAGES[0])
        tree.rooms[language] = add(tree, above, page, language, first)
    for told in table["release"]:
        _release(tree, add, told)


def _release(tree: Tree, add: Add, told: Told) -> None:
    when = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=told["days"])
    live = told["days"] < 0
    first: BasePage | None = None
    for language in (one for one in LANGUAGES if one in told):
        said = told[language]
        page = ReleasePage(
            title=said["title"],
            slug=said["slug"],
            place=said["place"],
            standfirst=said["standfirst"],
            published=when if live else None,
            go_live_at=None if live else when,
            body=[
                block("paragraph", f"<p>{text}</p>", f"{told['name']}/{language}/{place}")
                for place, text in enumerate(said["body"].split("\n\n"))
            ],
            topics=[tree.cast.topics[slug] for slug in told["topics"]],
        )
        added = add(tree, tree.rooms[language], page, language, first, opened=min(when, timezone.now()), live=live)
        tree.releases[f"{language}/{told['name']}"] = added
        first = first or added
        if not live:
            EarlyLink.objects.create(page=added, newsroom="The Harbour Post")
