"""What press releases answer: below /-/releases/."""

from __future__ import annotations

from django.urls import URLPattern, path

from communique.content.early.views import from_the_press_room

live_patterns: list[URLPattern] = [path("early/<str:key>/", from_the_press_room, name="releases_early")]
