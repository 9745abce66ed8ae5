"""The table of contents of podcasts."""

from django.apps import AppConfig


class PodcastsConfig(AppConfig):
    """Conversations with our fellows, as audio with a transcript."""

    name = "communique.sections.podcasts"
    label = "podcasts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, and declare what is printed."""
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import sheets
        from .models import EpisodePage

        declarations.page_rows(
            EpisodePage, columns=("language", "original_id", "transcript"), indexes=("language", "original_id")
        )
        sitemap.offer("podcasts_episodepage")
        declarations.sheets(sheets.EPISODE)
