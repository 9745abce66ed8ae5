"""What of contact is public: pages, their places, and what one can write about. Never who gets it, nor any letter."""

from __future__ import annotations

from communique.publishing import declarations

from .models import ContactPage, ContactPlace, ContactSubject


def declare() -> None:
    """Open the page and its rows."""
    declarations.page_rows(
        ContactPage,
        columns=("language", "original_id", "introduction", "takes_letters", "consent", "keep_days"),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        ContactPlace,
        columns=("page_id", "sort_order", "name", "address", "telephone", "email", "hours", "map_link"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.page_rows(
        ContactSubject, columns=("page_id", "sort_order", "label"), indexes=("page_id",), page="page_id"
    )
