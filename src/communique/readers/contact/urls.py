"""What readers do with the form: below /-/contact/."""

from __future__ import annotations

from django.urls import path

from . import views

live_patterns = [
    path("<int:page_id>/", views.write, name="contact_write"),
    path("<int:page_id>/token/", views.token, name="contact_token"),
]
