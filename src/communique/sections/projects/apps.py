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
        from communique.publishing import addresses, declarations
        from communique.syndication import sitemap
        from communique.text.sentences import sentence

        from . import acknowledging, checks, public, questions, sheets
        from .cards import card
        from .models import ProjectsPage

        public.declare()
        checks.declare()
        cards.offer(questions.KIND, card, newest=False)
        acknowledgements.offer(acknowledging.of_page)
        addresses.keep_below(ProjectsPage, "funding", sentence("Our funding"))
        sitemap.offer(questions.SECTIONS, questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
