"""The table of contents of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files to take along, with their versions."""

    name = "communique.sections.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, and declare what is printed."""
        from communique.content import chores, library, privacy
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import checks, downloads, found, sheets, texts
        from .models import DocumentPage, DocumentVersion

        declarations.page_rows(
            DocumentPage,
            columns=("language", "original_id", "standfirst", "body"),
            indexes=("language", "original_id"),
        )
        declarations.page_rows(
            DocumentVersion,
            columns=("page_id", "sort_order", "day", "note", "file", "kind", "size", "kept_of"),
            indexes=("page_id", "kept_of"),
            page="page_id",
        )
        checks.declare()
        library.offer(found.of_file)
        privacy.offer(downloads.told, weight=42)
        chores.offer("downloads", downloads.chore)
        chores.offer("texts of documents", texts.catch_up)
        sitemap.offer("documents_documentpage")
        declarations.sheets(*sheets.SHEETS)
