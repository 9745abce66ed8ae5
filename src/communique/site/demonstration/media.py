"""The demonstration's media coverage: invented outlets, and what they had of an invented institute."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from communique.content.models import BasePage
from communique.sections.media.models import Appearance, CoveragePage, MediaPage, Outlet, OutletText

from . import institute
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make the outlets, and the sections and pieces of every language; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "media.toml").read_text("utf-8"))
    outlets = {told["slug"]: _outlet(told) for told in table["outlet"]}
    for language in LANGUAGES:
        said = table["section"][language]
        page = MediaPage(title=said["title"], slug=said["slug"], introduction=f"<p>{said['introduction']}</p>")
        tree.media[language] = add(tree, tree.homes[language], page, language, tree.media.get(LANGUAGES[0]))
    for told in table["piece"]:
        first: BasePage | None = None
        for language in (one for one in LANGUAGES if one in told):
            piece = _piece(tree, told, language, outlets[told["outlet"]])
            opened = datetime.combine(piece.day, time(6), UTC) + timedelta(days=1)
            added = add(tree, tree.media[language], piece, language, first, opened=opened)
            tree.coverage[f"{language}/{told['name']}"] = added
            first = first or added


def _outlet(told: Told) -> Outlet:
    texts = [OutletText(language=language, name=told[language]) for language in LANGUAGES[1:]]
    outlet = Outlet(name=told[LANGUAGES[0]], slug=told["slug"], link=told["link"], texts=texts)
    outlet.save()
    return outlet


def _piece(tree: Tree, told: Told, language: str, outlet: Outlet) -> CoveragePage:
    said = told[language]
    return CoveragePage(
        outlet=outlet,
        day=timezone.localdate() - timedelta(days=told["days"]),
        form=told["form"],
        programme=said.get("programme", ""),
        spoken=told["spoken"] if told["spoken"] != language else "",
        headline=told.get("headline", ""),
        summary=said["summary"],
        names_us=not told["people"],
        link=told["link"],
        archived=told.get("archived", ""),
        transcript="".join(f"<p>{text}</p>" for text in said.get("transcript", "").split("\n\n") if text),
        people=[
            Appearance(person=tree.cast.people[slug], role=role, sort_order=place)
            for place, (slug, role) in enumerate(told["people"])
        ],
        topics=[tree.cast.topics[slug] for slug in told["topics"]],
    )
