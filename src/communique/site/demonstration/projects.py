"""The demonstration's projects, with their funders and what came of them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from communique.sections.projects.models import (
    Funder,
    FunderText,
    ProjectFunding,
    ProjectOutput,
    ProjectPage,
    ProjectPerson,
    ProjectsPage,
)

from . import institute
from .markup import block
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Told = Mapping[str, Any]
Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make funders, sections and projects; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "projects.toml").read_text("utf-8"))
    funders = {name: _funder(said) for name, said in table["funder"].items()}
    for language in LANGUAGES:
        said = table["section"][language]
        prose = {name: f"<p>{said[name]}</p>" for name in ("introduction", "on_funding")}
        page = ProjectsPage(title=said["title"], slug=said["slug"], **prose)
        first = tree.workshops.get(LANGUAGES[0])
        tree.workshops[language] = add(tree, tree.homes[language], page, language, first)
    for told in table["project"]:
        original: ProjectPage | None = None
        for language in (one for one in LANGUAGES if one in told):
            page = _project(tree, funders, told, language)
            added = add(tree, tree.workshops[language], page, language, original)
            tree.projects[f"{language}/{told['name']}"] = added
            original = original or added


def _funder(said: Mapping[str, str]) -> Funder:
    texts = [FunderText(language=language, name=said[language]) for language in LANGUAGES[1:]]
    funder = Funder(name=said[LANGUAGES[0]], texts=texts)
    funder.save()
    return funder


def _project(tree: Tree, funders: Mapping[str, Funder], told: Told, language: str) -> ProjectPage:
    said, cast = told[language], tree.cast
    picture = cast.library.drawings[told["picture"]] if "picture" in told else None
    outputs = (tree.articles.get(f"{language}/{name}") for name in told["outputs"])
    return ProjectPage(
        title=said["title"],
        slug=said["slug"],
        standfirst=said["standfirst"],
        began=told["began"],
        ended=told["ended"],
        lead_picture=picture,
        lead_credit=institute.drawn_by(language) if picture else "",
        body=[
            block("paragraph", f"<p>{text}</p>", f"{told['name']}/{language}/{place}")
            for place, text in enumerate(said["body"].split("\n\n"))
        ],
        people=[
            ProjectPerson(person=cast.people[slug], role=role, sort_order=place)
            for place, (slug, role) in enumerate(zip(told["people"], said["roles"], strict=True))
        ],
        outputs=[
            ProjectOutput(output=one.page_ptr, sort_order=place)
            for place, one in enumerate(page for page in outputs if page is not None)
        ],
        fundings=[_funding(funders, place, *one) for place, one in enumerate(told["fundings"])],
        topics=[cast.topics[slug] for slug in told["topics"]],
    )


def _funding(
    funders: Mapping[str, Funder], place: int, name: str, year: int, amount: int, currency: str, number: str
) -> ProjectFunding:
    """A nought stands for what isn't disclosed."""
    given = {"year": year, "amount": amount or None, "currency": currency, "number": number}
    return ProjectFunding(funder=funders[name], sort_order=place, **given)
