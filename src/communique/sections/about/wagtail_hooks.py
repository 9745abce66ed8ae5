"""Who we are at the desk: groups of people, and what somebody can be."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import Circle, Position


class ChoosingPositions(SnippetChooserViewSet):
    """Where a position is chosen. One that isn't there yet can be added on the spot."""

    form_fields = ["title"]
    create_action_label = _("Add")
    creation_tab_label = _("A new position")


class Circles(SnippetViewSet):
    """The board, the staff, the fellows."""

    model = Circle
    icon = "group"
    menu_label = _("Board and staff")
    menu_order = 212
    add_to_admin_menu = True
    list_display = ["name"]


class Positions(SnippetViewSet):
    """What somebody can be."""

    model = Position
    icon = "tag"
    chooser_viewset_class = ChoosingPositions
    menu_label = _("Positions")
    menu_order = 213
    add_to_admin_menu = True
    list_display = ["title"]
    search_fields = ["title"]
    ordering = ["title"]


register_snippet(Circles)
register_snippet(Positions)
