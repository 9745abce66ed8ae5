"""The table of contents of syndication."""

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    """The same pages for machines: feeds and the sitemap."""

    name = "communique.syndication"
    label = "syndication"
    default_auto_field = "django.db.models.BigAutoField"
