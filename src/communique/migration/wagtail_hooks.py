"""The desk: editors can look at what came before, and at what is still missing; administrators, at the imports."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from . import views
from .models import Imported, ImportRun


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the desk shows it."""
    return [
        path("imported/<int:page_id>/", views.original, name="migration_original"),
        path("imported/other/<int:number>/", views.other, name="migration_other"),
        path("imported/not-brought/", views.not_brought, name="migration_not_brought"),
        path("imports/", views.runs, name="migration_runs"),
        path("imports/<int:number>/", views.report, name="migration_report"),
    ]


@hooks.register("register_page_header_buttons")
def from_wordpress(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """A way to it from every page that came from elsewhere."""
    if Imported.objects.filter(page_id=page.pk, original__isnull=False).exists():
        address = reverse("migration_original", args=[page.pk])
        yield Button(_("From the former site"), url=address, icon_name="download", priority=90)


class WhenSomethingCame(MenuItem):
    """For editors of a site that something was brought to."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not where nothing was ever imported."""
        editor = page_permission_policy.user_has_permission(request.user, "change")
        return bool(editor) and Imported.objects.exists()


class ForAdministrators(MenuItem):
    """A report of an import names what is hidden, and people."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Not where nothing was ever imported."""
        return bool(getattr(request.user, "is_superuser", False)) and ImportRun.objects.exists()


@hooks.register("register_reports_menu_item")
def what_is_missing() -> MenuItem:
    """What is not brought yet."""
    return WhenSomethingCame(
        _("Not brought yet"), reverse_lazy("migration_not_brought"), icon_name="download", order=960
    )


@hooks.register("register_reports_menu_item")
def imports() -> MenuItem:
    """What every import found and did."""
    return ForAdministrators(_("Imports"), reverse_lazy("migration_runs"), icon_name="download", order=970)
