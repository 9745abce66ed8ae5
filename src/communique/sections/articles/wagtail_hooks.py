"""Articles at the desk: their types."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
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


@hooks.register("insert_global_admin_js")
def fields_of_a_type() -> str:
    """Of the fields that only some types have, those of the chosen one."""
    return format_html('<script type="module" src="{}"></script>', static("articles/desk/own_fields.js"))
