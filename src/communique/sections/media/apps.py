"""The table of contents of media coverage."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    """Where our people were read, seen and heard, listed by outlet and by person."""

    name = "communique.sections.media"
    label = "media"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and offer cards and the newest to other pages."""
        from communique.content import archives, cards, leaves
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import checks, listing, outlets, public, questions, retitling, sheets, shelves
        from .cards import card
        from .models import MediaPage

        public.declare()
        checks.declare()
        retitling.declare()
        cards.offer(questions.KIND, card, newest=False)
        leaves.offer(shelves.KIND, listing.older_page, below=MediaPage)
        leaves.offer(shelves.OUTLETS, outlets.older_page)
        archives.offer(shelves.KIND, listing.place, below=MediaPage)
        sitemap.offer("media_mediapage", questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
        declarations.home_fragment("~recent-media-coverage/{language}", weight=30)
        declarations.sidebar_fragment("~media-beside/{language}", weight=30)
