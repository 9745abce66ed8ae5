"""Addresses that can't be: a recording that we have no player for, a copy that is the piece itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError

from communique.publishing.speaking import invalid
from communique.text.players import player, providers
from communique.text.sentences import sentence

if TYPE_CHECKING:
    from .models import CoveragePage


def addresses(page: CoveragePage) -> dict[str, ValidationError]:
    """What is wrong with the addresses of a piece, by field, with what would do."""
    found = {}
    if page.recording and player(page.recording) is None:
        said = sentence(
            "We have no player for this address. Give that of a recording at one of these: {providers}. "
            "Any other goes above, to where it stands there.",
            providers=", ".join(providers()),
        )
        found["recording"] = invalid(said)
    if page.archived and page.archived.rstrip("/") == page.link.rstrip("/"):
        said = sentence(
            "This is where it stands there, and no copy. Give the address of a copy, say at web.archive.org, "
            "or leave it empty."
        )
        found["archived"] = invalid(said)
    return found
