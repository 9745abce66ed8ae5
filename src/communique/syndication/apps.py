"""The table of contents of syndication."""

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    """The same pages for machines: feeds and the sitemap."""

    name = "communique.syndication"
    label = "syndication"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare what is printed, and let every page name the feeds."""
        from communique.content import frames
        from communique.publishing import declarations

        from . import sheets, sitemap

        sitemap.offer("content_homepage", "content_plainpage", "content_landingpage")
        frames.offer_feeds(sheets.feeds_of)
        declarations.sheets(*sheets.SHEETS)
