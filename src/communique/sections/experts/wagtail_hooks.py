"""Experts at the desk: who can be asked about what, and the parts of the world."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Expert, Region


class Experts(SnippetViewSet):
    """Who can be asked about what."""

    model = Expert
    icon = "user"
    menu_label = _("Experts")
    menu_order = 214
    add_to_admin_menu = True
    list_display = ["person", "for_media", "email"]


class Regions(SnippetViewSet):
    """Parts of the world that experts know."""

    model = Region
    icon = "globe"
    menu_label = _("Regions")
    menu_order = 221
    add_to_admin_menu = True
    list_display = ["title"]
    search_fields = ["title"]
    ordering = ["title"]


register_snippet(Experts)
register_snippet(Regions)
