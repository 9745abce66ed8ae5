"""The demonstration's circles: the board, the staff and the fellows, each with its page in every language."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from communique.sections.about.models import Circle, MembersPage, Office, Position, PositionText

from . import institute
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

Add = Callable[..., Any]


def plant(tree: Tree, add: Add) -> None:
    """Make positions, circles and their pages; `add` puts a page into the tree."""
    table = tomllib.loads((institute.FOLDER / "circles.toml").read_text("utf-8"))
    positions = {name: _position(said) for name, said in table["position"].items()}
    boards = {edition.language: edition.board for edition in institute.editions()}
    for told in table["circle"]:
        offices = [_office(tree, positions, place, *one) for place, one in enumerate(told["offices"])]
        circle = Circle(name=told["name"], offices=offices)
        circle.save()
        texts = boards if told["page"] == "board" else table[told["page"]]
        pages = tree.circles.setdefault(told["page"], {})
        for language in LANGUAGES:
            pages[language] = _page(tree, add, circle, texts[language], language, pages.get(LANGUAGES[0]))


def _position(said: Mapping[str, str]) -> Position:
    texts = [PositionText(language=language, title=said[language]) for language in LANGUAGES[1:]]
    position = Position(title=said[LANGUAGES[0]], texts=texts)
    position.save()
    return position


def _office(
    tree: Tree, positions: Mapping[str, Position], place: int, slug: str, position: str, began: date, *ended: date
) -> Office:
    return Office(
        person=tree.cast.people[slug],
        position=positions[position] if position else None,
        began=began,
        ended=next(iter(ended), None),
        sort_order=place,
    )


def _page(
    tree: Tree, add: Add, circle: Circle, said: Mapping[str, Any], language: str, original: MembersPage | None
) -> MembersPage:
    introduction = f"<p>{said['introduction']}</p>"
    page = MembersPage(title=said["title"], slug=said["slug"], circle=circle, introduction=introduction)
    added: MembersPage = add(tree, tree.plain[f"{language}/about"], page, language, original)
    return added
