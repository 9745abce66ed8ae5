"""Standing disclaimers: which version holds for a day, and what is put into its text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from html import escape
from typing import Any

from django.utils.translation import gettext_lazy as _

from communique.text.sentences import Sentence, sentence

ORGANISATION = "{organisation}"
HELP = _(
    "Stands below every article of this type, in the version that held when the article was published. "
    "To say something else from now on, add one with its first day; articles from before keep theirs."
)

_PLACE = re.compile(r"\{[^{}<>]*\}")


def holding(versions: Iterable[Any], on: date | None) -> str:
    """What held on a day (None: what holds last); "" if there was none yet.

    A version has its first day in `since` (None: from the beginning) and what it says, as HTML, in `text`.
    """
    begun = [one for one in versions if one.since is None or on is None or one.since <= on]
    return str(max(begun, key=lambda one: one.since or date.min).text) if begun else ""


def filled(text: str, organisation: str) -> str:
    """A disclaimer, the organisation's name put in: apart from the text, as it may be in another script."""
    return text.replace(ORGANISATION, f"<bdi>{escape(organisation)}</bdi>")


def unknown(text: str) -> list[str]:
    """What would be put into a text that we have nothing for, as it is written there."""
    return [place for place in dict.fromkeys(_PLACE.findall(text)) if place != ORGANISATION]


def not_known(places: Iterable[str]) -> Sentence:
    """What an editor is told of them."""
    return sentence(
        "Readers would see {places} as it stands. Write {organisation}, which becomes our name, or plain words.",
        places=", ".join(places),
        organisation=ORGANISATION,
    )
