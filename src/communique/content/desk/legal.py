"""Legal pages that are missing, on the desk's first page: for those who may publish them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component

from communique.content import legal
from communique.content.models import HomePage
from communique.text.scripts import own_name


class MissingPages(Component):
    """Which, in which language, and the way to it."""

    name = "legal"
    template_name = "content/desk/legal.html"
    order = 58

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Those below home pages under which the editor may publish."""
        user = parent_context["request"].user
        homes = {home.language: home for home in HomePage.objects.filter(live=True)}
        mine = {code: home for code, home in homes.items() if home.permissions_for_user(user).can_publish_subpage()}
        lacks = [
            (lack, own_name(lack.language), mine[lack.language]) for lack in legal.lacking() if lack.language in mine
        ]
        return {"lacks": lacks}


@hooks.register("construct_homepage_panels")
def show_missing(request: HttpRequest, panels: list[Component]) -> None:
    """Among the first things."""
    panels.append(MissingPages())
