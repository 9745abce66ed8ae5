"""Home and landing pages on the desk's first page: slots that are empty, or hold something else than was picked."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from communique.content.slots import telling


class FrontPages(Component):
    """What readers don't find there."""

    name = "front_pages"
    template_name = "content/desk/front_pages.html"
    order = 55

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Each page that the editor may change, with what is to be told of its slots."""
        user, now = parent_context["request"].user, datetime.now(UTC)
        pages = [page for page in telling.live_pages() if page.permissions_for_user(user).can_edit()]
        told = [(page, telling.of_live(page, now)) for page in pages]
        return {"pages": [(page, several) for page, several in told if several]}


@hooks.register("construct_homepage_panels")
def show_front_pages(request: HttpRequest, panels: list[Component]) -> None:
    """Among the first things, after what went wrong."""
    panels.insert(1, FrontPages())
