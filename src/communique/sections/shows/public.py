"""What of shows is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import EpisodePage, ShowPage, Voice


def declare() -> None:
    """Open shows, episodes, and who speaks in them."""
    indexes = ("language", "original_id")
    declarations.page_rows(
        ShowPage,
        columns=(*indexes, "introduction", "category", "explicit", "owner_email", "cover_file"),
        indexes=indexes,
    )
    declarations.page_rows(
        EpisodePage,
        columns=(*indexes, "standfirst", "number", "recording_id", "body", "published", "updated"),
        indexes=indexes,
    )
    declarations.page_rows(
        Voice, columns=("page_id", "sort_order", "person_id", "part"), indexes=("page_id",), page="page_id"
    )
