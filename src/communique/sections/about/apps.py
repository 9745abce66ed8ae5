"""The table of contents of about."""

from django.apps import AppConfig


class AboutConfig(AppConfig):
    """The board, now and before."""

    name = "communique.sections.about"
    label = "about"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, and declare what is printed."""
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import sheets
        from .models import BoardPage, BoardSeat

        declarations.page_rows(
            BoardPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
        )
        declarations.page_rows(
            BoardSeat,
            columns=("page_id", "sort_order", "person_id", "title", "began", "ended"),
            indexes=("page_id",),
            page="page_id",
        )
        sitemap.offer("about_boardpage")
        declarations.sheets(*sheets.SHEETS)
