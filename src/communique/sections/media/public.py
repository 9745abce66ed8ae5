"""What of media coverage is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import Appearance, CoveragePage, MediaPage, Outlet, OutletText


def declare() -> None:
    """Open sections, pieces, what belongs to them, and outlets."""
    declarations.page_rows(
        MediaPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
    )
    declarations.page_rows(
        CoveragePage,
        columns=(
            *("language", "original_id", "outlet_id", "programme", "day", "form", "spoken", "headline", "summary"),
            *("link", "archived", "recording", "captioned", "transcript"),
        ),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        CoveragePage.topics.through,
        columns=("coveragepage_id", "topic_id"),
        indexes=("coveragepage_id",),
        page="coveragepage_id",
    )
    declarations.page_rows(
        Appearance,
        columns=("page_id", "sort_order", "person_id", "role"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.whole(Outlet, columns=("name", "slug", "link"))
    declarations.whole(OutletText, columns=("outlet_id", "language", "name"), indexes=("outlet_id", "language"))
