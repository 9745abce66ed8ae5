"""Funders at the desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Funder


class ChoosingFunders(SnippetChooserViewSet):
    """Where a funder is chosen. Who isn't there yet can be added on the spot."""

    form_fields = ["name", "ror", "funder_id", "website"]
    create_action_label = _("Add")
    creation_tab_label = _("A new funder")


class Funders(SnippetViewSet):
    """Who pays for projects."""

    model = Funder
    icon = "site"
    chooser_viewset_class = ChoosingFunders
    menu_label = _("Funders")
    menu_order = 226
    add_to_admin_menu = True
    list_display = ["name", "ror", "funder_id"]
    search_fields = ["name"]
    ordering = ["name"]


register_snippet(Funders)
