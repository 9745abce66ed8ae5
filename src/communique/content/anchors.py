"""Anchors of headings: given when a page is first published, kept when the heading's words change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communique.text import headings

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue
    from wagtail.models import Page


def fix(page: Page) -> None:
    """Give every heading without an anchor the one it was published with, or a new one."""
    body: Any = getattr(page, "body", None) or ()
    places = [at for at, block in enumerate(body.raw_data) if block["type"] == "heading"] if body else []
    if all(body.raw_data[at]["value"].get("anchor") for at in places):
        return
    published = _published(page)
    for at in places:
        heading = body[at]
        if not heading.value.get("anchor"):
            heading.value["anchor"] = published.get(heading.id, "")
    _complete(body, places)


def _complete(body: StreamValue, places: list[int]) -> None:
    taken = {body[at].value["anchor"] for at in places} - {""}
    for at in places:
        heading = body[at]
        if not heading.value["anchor"]:
            heading.value["anchor"] = headings.anchor(heading.value["text"], taken)
            taken.add(heading.value["anchor"])


def _published(page: Page) -> dict[str, str]:
    """The anchors of the page as it was last published, by block."""
    if page.pk is None:
        return {}
    stored: Any = type(page).objects.filter(pk=page.pk).values_list("body", flat=True).first()
    blocks = stored.raw_data if stored else ()
    return {block["id"]: block["value"].get("anchor", "") for block in blocks if block["type"] == "heading"}
