"""The table of contents of syndication."""

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    """The same pages for machines: feeds and the sitemap."""

    name = "communique.syndication"
    label = "syndication"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare what is printed, and let every page name the feeds and say what it is."""
        from communique.content import frames
        from communique.publishing import declarations

        from . import schema_org, sheets, sitemap

        sitemap.offer("content_homepage", "content_plainpage", "content_landingpage", "content_legalpage")
        frames.offer_feeds(sheets.feeds_of)
        frames.offer_description(schema_org.describe)
        declarations.sheets(*sheets.SHEETS)
