"""Before it is out: links by which a newsroom reads what is scheduled. A part offers the kinds of page that may be.

What such a link shows of a page is all that the press would print of it: its own page, and what stands below that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.apps import apps

if TYPE_CHECKING:
    from communique.content.models import BasePage

_offers: list[str] = []


def offer(kind: str) -> None:
    """Let pages of a kind be read early by those with a link: `offer("releases.releasepage")`."""
    if kind not in _offers:
        _offers.append(kind)


def kinds() -> list[type[BasePage]]:
    """The kinds of page that may be read early."""
    return [apps.get_model(kind) for kind in sorted(_offers)]
