"""What press releases answer: below /-/releases/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from . import views

live_patterns: list[URLPattern] = [
    path("early/<str:key>/", views.under_embargo, name="releases_early"),
    re_path(r"^early/(?P<key>[^/]+)/files/(?P<path>.*)$", views.file_under_embargo, name="releases_early_file"),
]
