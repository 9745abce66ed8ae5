"""The table of contents of documents."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Files to take along, with their versions."""

    name = "communique.sections.documents"
    label = "documents"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, and declare what is printed."""
        from communique.content import chores, early, library
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import checks, questions, sheets, texts
        from .models import DocumentPage, DocumentVersion

        declarations.page_rows(
            DocumentPage,
            columns=("language", "original_id", "standfirst", "body"),
            indexes=("language", "original_id"),
        )
        declarations.page_rows(
            DocumentVersion,
            columns=DocumentVersion.public,
            indexes=("page_id", "kept_of"),
            page="page_id",
        )
        checks.declare()
        early.offer("documents.documentpage")
        library.offer(questions.of_file, questions.some)
        chores.offer("texts of documents", texts.catch_up)
        sitemap.offer("documents_documentpage")
        declarations.sheets(*sheets.SHEETS)
