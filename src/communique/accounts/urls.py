"""Where signing in happens: below /-/accounts/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

from . import views

live_patterns: list[URLPattern | URLResolver] = [
    path("link/<str:token>/", views.link, name="accounts_link"),
    path("", include("allauth.urls")),
]
