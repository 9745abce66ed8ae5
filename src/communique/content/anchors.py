"""Anchors of headings and charts: given when a page is first published, kept when their words change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from communique.text import headings

if TYPE_CHECKING:
    from wagtail.models import Page

NAMED = {"heading": "text", "chart": "title"}
"""The blocks that have an anchor, and what of them it is made from."""


def fix(page: Page) -> None:
    """Give every heading and chart the anchor it was published with, or a new one; no two the same."""
    body: Any = getattr(page, "body", None) or ()
    places = [at for at, block in enumerate(body.raw_data) if block["type"] in NAMED] if body else []
    if _settled([body.raw_data[at]["value"].get("anchor") or "" for at in places]):
        return
    published = _published(page)
    # What readers may have a link to comes first, then what an import brought, then the rest in order.
    taken: set[str] = set()
    for of_old in (True, False):
        for at in places:
            block = body[at]
            stated = block.value["anchor"] or published.get(block.id, "")
            if of_old is (published.get(block.id) == stated != ""):
                block.value["anchor"] = _kept(stated, taken)
                taken.add(block.value["anchor"])
    for at in places:
        block = body[at]
        if not block.value["anchor"]:
            block.value["anchor"] = headings.anchor(block.value[NAMED[block.block_type]], taken)
            taken.add(block.value["anchor"])


def _settled(anchors: list[str]) -> bool:
    return len(set(anchors)) == len(anchors) and all(map(headings.can_be_anchor, anchors))


def _kept(stated: str, taken: Iterable[str]) -> str:
    return stated if headings.can_be_anchor(stated) and stated not in taken else ""


def _published(page: Page) -> dict[str, str]:
    """The anchors of the page as it was last published, by block."""
    if page.pk is None:
        return {}
    stored: Any = type(page).objects.filter(pk=page.pk).values_list("body", flat=True).first()
    blocks = stored.raw_data if stored else ()
    return {block["id"]: block["value"].get("anchor", "") for block in blocks if block["type"] in NAMED}
