"""The table of contents of experts."""

from django.apps import AppConfig


class ExpertsConfig(AppConfig):
    """Who knows what, where one finds them, and how to reach them."""

    name = "communique.sections.experts"
    label = "experts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and tell on people's pages what they know."""
        from communique.content import profiles
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import movements, public, questions, sheets

        public.declare()
        movements.watch()
        profiles.offer(sheets.facts, weight=20)
        sitemap.offer(questions.PAGES)
        declarations.sheets(*sheets.SHEETS)
