"""Articles at the desk: their types."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import ArticleType


class ArticleTypes(SnippetViewSet):
    """What an article can be, with the disclaimer that stands below it."""

    model = ArticleType
    icon = "doc-full"
    menu_label = _("Article types")
    menu_order = 225
    add_to_admin_menu = True
    list_display = ["name"]


register_snippet(ArticleTypes)
