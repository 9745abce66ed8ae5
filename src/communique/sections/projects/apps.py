"""The table of contents of projects."""

from django.apps import AppConfig


class ProjectsConfig(AppConfig):
    """Projects with their people, outputs and funders, and all funding by year."""

    name = "communique.sections.projects"
    label = "projects"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and tell on outputs who paid for them."""
        from communique.content import acknowledgements, cards
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import acknowledging, checks, public, questions, sheets
        from .cards import card

        public.declare()
        checks.declare()
        cards.offer(questions.KIND, card, newest=False)
        acknowledgements.offer(acknowledging.of_page)
        sitemap.offer(questions.SECTIONS, questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
