"""The living page at the desk, for those who design a site: with its own templates and styles."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from communique.themes import samples

from .living_page import LIGHTS, living_page
from .previews import HEADERS, site_rendering


def look(request: HttpRequest, language: str = "en", light: str = "light") -> HttpResponse:
    """The living page at the desk, of this site's own theme, parts and templates."""
    if language not in samples.words() or light not in LIGHTS:
        raise Http404
    ways = [
        {"name": f"{code} {lit}", "address": _address(code, lit), "current": (code, lit) == (language, light)}
        for code in samples.words()
        for lit in LIGHTS
    ]
    page = living_page(site_rendering(), language, light, static("content/desk/specimens.css"), ways)
    return HttpResponse(page, headers=HEADERS)


def _address(language: str, light: str) -> str:
    return reverse("content_look", args=[language, light])


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    """Where the page is."""
    return [path("look/<str:language>/<str:light>/", look, name="content_look")]


@hooks.register("register_settings_menu_item")
def entry() -> MenuItem:
    """The way to it."""
    return MenuItem(_("Components"), _address("en", "light"), name="components", icon_name="view", order=900)
