"""The table of contents of the gallery."""

from django.apps import AppConfig


class GalleryConfig(AppConfig):
    """Albums of photographs, tied to an event and to the people who are shown."""

    name = "communique.sections.gallery"
    label = "gallery"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and let the pages of events lead to their albums."""
        from communique.content import archives, cards, early, leaves, occasions
        from communique.publishing import declarations
        from communique.syndication import feeds, sitemap

        from . import checks, entries, public, questions, sections, sheets, shelves
        from .cards import card
        from .models import GalleryPage

        public.declare()
        checks.declare()
        cards.offer(questions.KIND, card)
        leaves.offer(shelves.KIND, sections.older_page, below=GalleryPage)
        archives.offer(shelves.KIND, sections.place, below=GalleryPage)
        occasions.offer(occasions.Offer("Photographs", questions.KIND, questions.of_occasion))
        early.offer(questions.KIND)
        feeds.offer(entries.OFFER)
        sitemap.offer("gallery_gallerypage", questions.TABLE)
        declarations.sheets(*sheets.SHEETS, *sections.SHEETS)
        declarations.home_fragment("~recent-albums/{language}", weight=40)
