"""Author boxes: who wrote a text, in a few lines below it, as their own records tell today."""

from __future__ import annotations

from collections.abc import Iterable

from communique.press.questions import Ask
from communique.press.sheets import Media
from communique.text.plain import text_of

from .described import Somebody
from .frames import Context, pictured
from .questions import names
from .questions.names import Portrait
from .richtext import first_paragraph

BOXES = 3
"""More authors than these have no boxes: their names lead to their pages."""


def somebody(person: Portrait, role: str) -> Somebody:
    """A person as their portrait shows them, in a role, for machines."""
    return Somebody(
        person.name,
        person.address or "",
        role,
        person.affiliation,
        person.affiliation_ror if person.affiliation else "",
        person.orcid,
        text_of(first_paragraph(person.biography_html)),
        person.picture,
    )


def boxes(ask: Ask, people: Iterable[int], language: str) -> tuple[list[Context], tuple[Media, ...]]:
    """A box for each person with a biography in the language, or a portrait; and the files that they show."""
    several = list(dict.fromkeys(people))
    found: list[Context] = []
    media: list[Media] = []
    for person_id in several if len(several) <= BOXES else ():
        person = ask(names.portrait, person_id, language)
        if person is None or not (person.biography_html or person.picture):
            continue
        found.append(
            {
                "name": person.name,
                "address": person.address,
                "role": person.role,
                "affiliation": person.affiliation,
                "biography_html": first_paragraph(person.biography_html),
                "orcid": person.orcid,
                "picture": pictured(person.picture, alt="") if person.picture else None,
            }
        )
        media += person.picture.media if person.picture else ()
    return found, tuple(media)
