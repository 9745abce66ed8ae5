"""What press releases answer: below /-/releases/."""

from __future__ import annotations

from django.urls import URLPattern, path

from . import views

live_patterns: list[URLPattern] = [path("early/<str:key>/", views.under_embargo, name="releases_early")]
