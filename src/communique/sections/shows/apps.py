"""The table of contents of shows."""

from django.apps import AppConfig


class ShowsConfig(AppConfig):
    """Shows with their episodes, to be heard on their pages and in podcast programs."""

    name = "communique.sections.shows"
    label = "shows"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and offer episodes to lists and feeds."""
        from communique.content import cards, early, leaves
        from communique.publishing import declarations
        from communique.syndication import feeds, sitemap

        from . import checks, entries, public, questions, sheets, shelves
        from .models import ShowPage

        public.declare()
        checks.declare()
        cards.offer(questions.KIND, sheets.card)
        leaves.offer(shelves.KIND, sheets.older_page, below=ShowPage)
        early.offer(questions.KIND)
        feeds.offer(entries.OFFER)
        sitemap.offer(questions.SHOWS, dated=questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
