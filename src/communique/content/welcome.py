"""What the desk's first page offers: the ways to begin."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Page, get_page_models

from communique.text.scripts import own_name

from . import languages
from .models import BasePage, Organisation

MOST = 12
"""More ways than these are no help; all of them are under "Pages"."""


@dataclass(frozen=True)
class Way:
    """A page that an editor may begin, and below which one."""

    kind: str
    section: str
    language: str
    address: str


def ways(user: Any) -> list[Way]:
    """A new page of each kind that stands in lists, in each section where this editor may make one."""
    order = languages.published()
    found = sorted(_places(user), key=lambda way: (way.kind, order.index(way.language)))
    return found[:MOST]


def _places(user: Any) -> Iterator[Way]:
    for kind in get_page_models():
        if not (issubclass(kind, BasePage) and kind.files_itself):
            continue
        for parent in Page.objects.type(*kind.allowed_parent_page_models()).live().specific():
            if parent.language in languages.published() and parent.permissions_for_user(user).can_add_subpage():
                address = reverse("wagtailadmin_pages:add", args=(*kind._meta.label_lower.split("."), parent.pk))
                yield Way(str(kind._meta.verbose_name), parent.title, parent.language, address)


class Welcome(Component):
    """Where to begin, and what a new site still lacks."""

    name = "welcome"
    template_name = "content/desk/welcome.html"
    order = 60

    def __init__(self, user: Any) -> None:
        self._user = user

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """The ways to begin, and whether the organisation has a name yet."""
        several = len(languages.published()) > 1
        told = [(way, own_name(way.language) if several else "") for way in ways(self._user)]
        may_name = self._user.has_perm("content.change_organisation")
        return {"ways": told, "nameless": may_name and not Organisation.load().name}
