"""The demonstration's experts: what they can be asked about, and the page to find them by in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from communique.sections.experts.models import Expert, ExpertsPage, Region, RegionText

from . import institute
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make regions, experts and their pages; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "experts.toml").read_text("utf-8"))
    regions = {name: _region(said) for name, said in table["region"].items()}
    for told in table["expert"]:
        _expert(tree, regions, told)
    for language in LANGUAGES:
        said = table["page"][language]
        page = ExpertsPage(title=said["title"], slug=said["slug"], introduction=f"<p>{said['introduction']}</p>")
        above, first = tree.plain[f"{language}/about"], tree.experts.get(LANGUAGES[0])
        tree.experts[language] = add(tree, above, page, language, first)


def _region(said: Mapping[str, str]) -> Region:
    texts = [RegionText(language=language, title=said[language]) for language in LANGUAGES[1:]]
    region = Region(title=said[LANGUAGES[0]], texts=texts)
    region.save()
    return region


def _expert(tree: Tree, regions: Mapping[str, Region], told: Mapping[str, Any]) -> None:
    expert = Expert(
        person=tree.cast.people[told["person"]],
        spoken=told["spoken"],
        for_media=told.get("for_media", False),
        email=told.get("email", ""),
        telephone=told.get("telephone", ""),
    )
    expert.topics = [tree.cast.topics[slug] for slug in told["topics"]]
    expert.regions = [regions[name] for name in told["regions"]]
    expert.save()
