"""The table of contents of events."""

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Conferences, in-house discussions, webinars and workshops, to come and past."""

    name = "communique.sections.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and offer what is to come to other pages."""
        from communique.content import archives, cards, leaves
        from communique.publishing import declarations
        from communique.syndication import sitemap
        from communique.text.sentences import sentence

        from . import archive, checks, public, questions, sheets, shelves
        from .cards import card
        from .divided import DIVIDED
        from .models import EventsPage

        public.declare()
        checks.declare()
        cards.offer(questions.KIND, card, newest=False)
        leaves.offer(shelves.KIND, sheets.older_page, below=EventsPage)
        archives.offer(shelves.KIND, archive.place, below=EventsPage)
        DIVIDED.keep_below(EventsPage, sentence("The events of a kind"))
        sitemap.offer(archive.TABLE, questions.TABLE)
        declarations.sheets(*sheets.SHEETS)
        declarations.home_fragment("~coming-events/{language}", weight=20)
        declarations.sidebar_fragment("~events-beside/{language}", weight=20)
