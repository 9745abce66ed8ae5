"""Author boxes: who wrote a text, in a few lines below it, as their own records tell today."""

from __future__ import annotations

from collections.abc import Iterable

from communique.press.questions import Ask
from communique.press.sheets import Media

from .frames import Context, pictured
from .questions import names
from .richtext import first_paragraph

BOXES = 3
"""More authors than these have no boxes: their names lead to their pages."""


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
