"""What stands in sentences at the desk: names of fields and blocks, days."""

from __future__ import annotations

from datetime import date

from django.utils import translation
from django.utils.formats import date_format
from django.utils.functional import lazy

from communique.text.sentences import Sentence


def label_of(label: object) -> Sentence:
    """The name of a field or a block (Django's, which says itself in one language when it is looked at)."""
    with translation.override(None):
        return Sentence("{label:capital}", {"label": Sentence(str(label))})


def _day(moment: date) -> str:
    return date_format(moment, "j F Y")


day = lazy(_day, str)
"""A day, written as it is in the language of the moment."""
