"""The desk: editors can look at what a page was before it came here."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .models import Imported
from .views import original


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    """Where the desk shows it."""
    return [path("imported/<int:page_id>/", original, name="migration_original")]


@hooks.register("register_page_header_buttons")
def from_wordpress(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """A way to it from every page that came from elsewhere."""
    if Imported.objects.filter(page_id=page.pk, original__isnull=False).exists():
        address = reverse("migration_original", args=[page.pk])
        yield Button("From the former site", url=address, icon_name="download", priority=90)
