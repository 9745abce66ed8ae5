"""The table of contents of press releases."""

from django.apps import AppConfig


class ReleasesConfig(AppConfig):
    """Press releases with their press rooms; newsrooms can read them before an embargo ends."""

    name = "communique.sections.releases"
    label = "releases"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and offer releases to lists and feeds."""
        from communique.content import cards, early, leaves
        from communique.publishing import declarations
        from communique.syndication import feeds, sitemap

        from . import entries, public, questions, sheets, shelves
        from .models import ReleasesPage

        public.declare()
        cards.offer(questions.KIND, sheets.card, newest=False)
        leaves.offer(shelves.KIND, sheets.older_page, below=ReleasesPage)
        early.offer(questions.KIND)
        feeds.offer(entries.OFFER)
        sitemap.offer(questions.ROOMS, dated=questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
