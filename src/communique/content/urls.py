"""What content answers: below /-/content/."""

from __future__ import annotations

from django.urls import URLPattern, path, re_path

from .early import views

live_patterns: list[URLPattern] = [
    path("early/<str:key>/", views.under_embargo, name="content_early"),
    re_path(r"^early/(?P<key>[^/]+)/pages/(?P<place>.+)$", views.under_embargo, name="content_early_place"),
    re_path(r"^early/(?P<key>[^/]+)/files/(?P<path>.*)$", views.file_under_embargo, name="content_early_file"),
]
