"""Links before the embargo ends, at the desk."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from communique.content.models import EarlyLink


class EarlyLinks(SnippetViewSet):
    """Ways in to what is under embargo, each for one newsroom."""

    model = EarlyLink
    icon = "key"
    menu_label = _("Embargo links")
    menu_order = 227
    add_to_admin_menu = True
    list_display = ["newsroom", "page", "until", "link"]
    list_filter = ["revoked"]
    search_fields = ["newsroom", "page__title"]


register_snippet(EarlyLinks)
