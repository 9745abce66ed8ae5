"""What of about is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import MembersPage, Office, Position, PositionText


def declare() -> None:
    """Open pages, offices and positions. What a circle is called is for editors."""
    declarations.page_rows(
        MembersPage,
        columns=("language", "original_id", "introduction", "circle_id"),
        indexes=("language", "original_id", "circle_id"),
    )
    declarations.whole(
        Office,
        columns=("circle_id", "sort_order", "person_id", "position_id", "began", "ended"),
        indexes=("circle_id", "person_id"),
    )
    declarations.whole(Position, columns=("title",))
    declarations.whole(PositionText, columns=("position_id", "language", "title"), indexes=("position_id", "language"))
