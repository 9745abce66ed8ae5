"""The demonstration's show: signals of harbours, each an episode with its sound, as a podcast too."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from communique.content.models import BasePage
from communique.sections.shows.categories import Category
from communique.sections.shows.models import EpisodePage, ShowPage, Voice

from . import institute
from .markup import block
from .recordings import recorded
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make the show and its episodes in the languages that have them; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "shows.toml").read_text("utf-8"))
    spoken = [language for language in LANGUAGES if language in table["show"]]
    for language in spoken:
        said = table["show"][language]
        page = ShowPage(
            title=said["title"],
            slug=said["slug"],
            introduction=f"<p>{said['introduction']}</p>",
            cover=tree.cast.library.cover,
            category=Category.DOCUMENTARY,
            owner_email="press@nilgun.example",
        )
        first_show = tree.shows.get(LANGUAGES[0])
        if first_show is not None:  # its cover is kept already, and making one takes a tenth of a second
            page.cover_file, page.cover_of = first_show.cover_file, first_show.cover_of
        page.prepare_for_print()
        tree.shows[language] = add(tree, tree.homes[language], page, language, first_show)
    for told in table["episode"]:
        first: BasePage | None = None
        for language in (one for one in spoken if one in told):
            episode = _episode(tree, told, language)
            added = add(tree, tree.shows[language], episode, language, first, opened=episode.published)
            tree.episodes[f"{language}/{told['name']}"] = added
            first = first or added


def _episode(tree: Tree, told: Told, language: str) -> EpisodePage:
    said = told[language]
    when = timezone.now().replace(minute=0, second=0, microsecond=0) - timedelta(days=told["days"])
    heard = [(told["host"], Voice.Part.HOST), *([(told["guest"], Voice.Part.GUEST)] if "guest" in told else [])]
    return EpisodePage(
        title=said["title"],
        slug=said["slug"],
        number=told["number"],
        standfirst=said["standfirst"],
        published=when,
        recording=recorded(told, said["title"], language),
        voices=[
            Voice(person=tree.cast.people[slug], part=part, sort_order=place)
            for place, (slug, part) in enumerate(heard)
        ],
        body=[
            block("paragraph", f"<p>{text}</p>", f"{told['name']}/{language}/{place}")
            for place, text in enumerate(said["notes"].split("\n\n"))
        ],
    )
