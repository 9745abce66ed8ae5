"""What of the gallery is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import AlbumPage, AlbumPicture, GalleryPage, ShownPerson


def declare() -> None:
    """Open galleries, albums, and what belongs to them."""
    declarations.page_rows(
        GalleryPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
    )
    declarations.page_rows(
        AlbumPage,
        columns=("language", "original_id", "day", "place", "introduction", "occasion_id", "cover_picture_id"),
        indexes=("language", "original_id", "occasion_id"),
    )
    declarations.page_rows(
        AlbumPicture,
        columns=("page_id", "sort_order", "picture_id", "alt", "caption", "credit"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.page_rows(
        ShownPerson, columns=("page_id", "sort_order", "person_id"), indexes=("page_id",), page="page_id"
    )
