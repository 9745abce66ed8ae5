"""What the outputs of a project say of it, wherever they stand."""

from __future__ import annotations

from communique.content.acknowledgements import Acknowledgement
from communique.content.questions.pages import Link
from communique.press.questions import Ask

from . import questions, told
from .questions import Face


def of_page(ask: Ask, page_id: int, language: str) -> list[Acknowledgement]:
    """The projects that a page came of; of translations of one, that in the language of the page."""
    found: dict[int, Face] = {}
    for number in ask(questions.projects_with, page_id):
        face = ask(questions.face, number)
        if face is not None and (face.group not in found or face.language == language):
            found[face.group] = face
    several = (_acknowledged(ask, face, language) for face in found.values())
    return [one for one in several if one is not None]


def _acknowledged(ask: Ask, face: Face, language: str) -> Acknowledgement | None:
    paid = ask(questions.paid, face.page_id, language)
    if paid is None:
        return None
    own = paid.statement if face.language == language else ""
    statement = own or told.funded_by(paid.supports, language)
    return Acknowledgement(Link(face.title, face.address), statement, paid.supports) if statement else None
