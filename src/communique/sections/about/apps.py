"""The table of contents of about."""

from django.apps import AppConfig


class AboutConfig(AppConfig):
    """The board, now and before."""

    name = "communique.sections.about"
    label = "about"
    default_auto_field = "django.db.models.BigAutoField"
