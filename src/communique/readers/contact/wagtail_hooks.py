"""Letters at the desk: where they are, who may see them, and what its log says of them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogActionRegistry

from . import desk


class ForReaders(MenuItem):
    """For those who may read letters."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not to those who only write."""
        return bool(request.user.has_perm("contact.view_letter"))


@hooks.register("register_admin_menu_item")
def letters() -> MenuItem:
    """The way to them."""
    return ForReaders(_("Letters"), reverse_lazy("contact_letters"), icon_name="mail", order=240)


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where they are."""
    return [
        path("letters/", desk.listing, name="contact_letters"),
        path("letters/export/", desk.export, name="contact_export"),
        path("letters/<int:number>/", desk.letter, name="contact_letter"),
        path("letters/<int:number>/change/", desk.change, name="contact_letter_change"),
        path("letters/<int:number>/delete/", desk.delete, name="contact_letter_delete"),
    ]


@hooks.register("register_permissions")
def rights() -> QuerySet[Permission]:
    """What a group may do with them."""
    return Permission.objects.filter(
        content_type__app_label="contact", codename__in=("view_letter", "change_letter", "delete_letter")
    )


@hooks.register("register_log_actions")
def said_in_the_log(actions: LogActionRegistry) -> None:
    """What was done with letters, and by whom; never what stands in them."""
    actions.register_action("contact.letter", _("Note what became of it"), _("Noted what became of it"))
    actions.register_action("contact.delete", _("Delete"), _("Deleted"))
    actions.register_action("contact.export", _("Export"), _("Exported"))


class Unanswered(Component):
    """Letters that wait for an answer, on the desk's first page."""

    name = "letters"
    template_name = "contact/desk/unanswered.html"
    order = 55

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """How many."""
        number = desk.waiting(parent_context["request"].user)
        return {"told": desk.told(number) if number else None}


@hooks.register("construct_homepage_panels")
def show_unanswered(request: HttpRequest, panels: list[Component]) -> None:
    """Among the first things."""
    panels.append(Unanswered())


@hooks.register("insert_global_admin_css")
def look_of_letters() -> str:
    """What they look like."""
    return format_html('<link rel="stylesheet" href="{}">', static("contact/desk/letters.css"))
