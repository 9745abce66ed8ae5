"""Saying sentences of the ground floor, which knows no catalogues: by Django's, in the language that is active."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext, ngettext

from communique.text.sentences import Sentence


class ByCatalogues:
    """Knows the words of the desk."""

    @property
    def language(self) -> str:
        """The language of the account, or of the request."""
        return get_language() or "en"

    def one(self, words: str) -> str:
        """Words in it."""
        return gettext(words)

    def several(self, words: str, several: str, number: int) -> str:
        """Words about a number of things, in the form for that number."""
        return ngettext(words, several, number)


def invalid(said: Sentence, *, code: str = "") -> ValidationError:
    """Word that something can't be as it is, for a form: said in the language of whoever reads it."""
    return ValidationError(said, code=code or None)  # type: ignore[arg-type]  # it is kept as it is, and made a text when it is shown
