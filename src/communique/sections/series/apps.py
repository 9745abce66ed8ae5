"""The table of contents of series."""

from django.apps import AppConfig


class SeriesConfig(AppConfig):
    """Texts that belong together in an order, with a page that lists them."""

    name = "communique.sections.series"
    label = "series"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and let other pages ask where they stand."""
        from communique.content import series
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import sheets
        from .models import SeriesPage, SeriesPart

        declarations.page_rows(
            SeriesPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
        )
        declarations.page_rows(
            SeriesPart,
            columns=("page_id", "sort_order", "part_id"),
            indexes=("page_id", "part_id"),
            page="page_id",
        )
        series.offer(sheets.standing)
        sitemap.offer("series_seriespage")
        declarations.sheets(*sheets.SHEETS)
