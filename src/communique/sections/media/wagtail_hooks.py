"""Media coverage at the desk: the outlets."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Outlet


class ChoosingOutlets(SnippetChooserViewSet):
    """Where the outlet of a piece is chosen. One that isn't there yet can be added on the spot."""

    form_fields = ["name", "link"]
    create_action_label = _("Add")
    creation_tab_label = _("A new one")


class Outlets(SnippetViewSet):
    """Newspapers, stations and podcasts."""

    model = Outlet
    icon = "globe"
    chooser_viewset_class = ChoosingOutlets
    menu_label = _("Outlets")
    menu_order = 227
    add_to_admin_menu = True
    list_display = ["name", "link"]
    search_fields = ["name"]
    ordering = ["name"]


register_snippet(Outlets)
