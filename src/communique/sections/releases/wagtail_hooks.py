"""Press releases at the desk: links for journalists."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import EarlyLink


class EarlyLinks(SnippetViewSet):
    """Ways in to releases under embargo, each for one newsroom."""

    model = EarlyLink
    icon = "key"
    menu_label = _("Embargo links")
    menu_order = 227
    add_to_admin_menu = True
    list_display = ["newsroom", "release", "until", "link"]
    list_filter = ["release"]


register_snippet(EarlyLinks)
