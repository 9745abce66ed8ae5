"""The table of contents of articles."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Research, opinion, reports: with authors, topics and dates, listed by section."""

    name = "communique.sections.articles"
    label = "articles"
    default_auto_field = "django.db.models.BigAutoField"
