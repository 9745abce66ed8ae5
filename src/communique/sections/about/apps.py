"""The table of contents of about."""

from django.apps import AppConfig


class AboutConfig(AppConfig):
    """The board, the staff and the fellows, now and before."""

    name = "communique.sections.about"
    label = "about"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and tell on people's pages what they are here."""
        from communique.content import profiles
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import checks, public, questions, sheets

        public.declare()
        checks.declare()
        profiles.offer(sheets.offices, weight=10)
        sitemap.offer(questions.PAGES)
        declarations.sheets(*sheets.SHEETS)
