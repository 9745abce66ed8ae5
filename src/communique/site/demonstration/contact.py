"""The demonstration's contact pages, with a form each."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from communique.readers.contact.models import ContactPage, ContactPlace, ContactSubject

from . import institute
from .texts import LANGUAGES

if TYPE_CHECKING:
    from .tree import Tree

TELEPHONE = "+92 0555 010 016"  # a number that nobody has
MAP = "https://www.openstreetmap.org/"


def plant(tree: Tree, add: Callable[..., Any]) -> None:
    """Make the contact page of every language; `add` puts it into the tree."""
    table = tomllib.loads((institute.FOLDER / "contact.toml").read_text("utf-8"))
    _, email = institute.contact()
    for language in LANGUAGES:
        said = table[language]
        place = {"name": said["place"], "address": said["address"], "hours": said["hours"]}
        subjects = [
            ContactSubject(label=label, recipients=email, sort_order=at) for at, label in enumerate(said["subjects"])
        ]
        page = ContactPage(
            title=said["title"],
            slug=said["slug"],
            introduction=f"<p>{said['introduction']}</p>",
            takes_letters=True,
            places=[ContactPlace(**place, email=email, telephone=TELEPHONE, map_link=MAP)],
            subjects=subjects,
        )
        original = tree.contact.get(LANGUAGES[0])
        tree.contact[language] = add(tree, tree.homes[language], page, language, original)
