"""The table of contents of articles."""

from django.apps import AppConfig


class ArticlesConfig(AppConfig):
    """Research, opinion, reports: with authors, topics and dates, listed by section."""

    name = "communique.sections.articles"
    label = "articles"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and offer cards and the newest to other pages."""
        from communique.content import archives, cards, early, leaves, library
        from communique.publishing import declarations
        from communique.syndication import feeds, sitemap
        from communique.text.sentences import sentence

        from . import by_form, checks, entries, own_checks, public, publication, questions, sheets, shelves
        from .cards import card
        from .models import ArticlesPage

        public.declare()
        checks.declare()
        own_checks.declare()
        publication.declare()
        cards.offer("articles.articlepage", card)
        leaves.offer("section", sheets.older_section_page, below=ArticlesPage)
        leaves.offer(shelves.KIND, by_form.older_page)
        by_form.DIVIDED.keep_below(ArticlesPage, sentence("The publications of a form"))
        early.offer(questions.KIND)
        library.offer(questions.of_file, questions.some_pdf)
        archives.offer("section", sheets.place_of_section, below=ArticlesPage)
        for offer in entries.OFFERS:
            feeds.offer(offer)
        sitemap.offer("articles_articlespage", dated="articles_articlepage")
        declarations.sheets(*sheets.SHEETS)
        declarations.home_fragment("~recent-articles/{language}", weight=10)
        declarations.sidebar_fragment("~articles-beside/{language}", weight=10)
