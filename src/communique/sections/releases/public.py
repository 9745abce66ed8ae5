"""What of press releases is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import ReleasePage, ReleasesPage

CONTACT = ("contact_name", "contact_email", "contact_telephone")


def declare() -> None:
    """Open press rooms and releases."""
    declarations.page_rows(
        ReleasesPage, columns=("language", "original_id", "introduction", *CONTACT), indexes=("language", "original_id")
    )
    declarations.page_rows(
        ReleasePage,
        columns=("language", "original_id", "place", "standfirst", "published", "updated", "body", *CONTACT),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        ReleasePage.topics.through,
        columns=("releasepage_id", "topic_id"),
        indexes=("releasepage_id",),
        page="releasepage_id",
    )
