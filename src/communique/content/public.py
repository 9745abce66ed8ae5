"""What of content is public: the rows and columns that can be read while printing. All else can't."""

from __future__ import annotations

from wagtail.models import Page

from communique.publishing import declarations

from . import models


def declare() -> None:
    """Open pages, then what belongs to no page."""
    _pages()
    _lists()
    _amendments()
    _records()
    _pictures()


def _pages() -> None:
    # Neither draft_title nor anything that names a revision.
    declarations.pages(
        Page,
        columns=(
            *("title", "slug", "path", "depth", "live", "first_published_at", "last_published_at"),
            *("search_description", "content_type_id", "expire_at", "translation_key", "alias_of_id"),
        ),
        indexes=("path",),
    )
    indexes = ("language", "original_id")
    declarations.page_rows(
        models.HomePage, columns=("language", "original_id", "introduction", "slots", "body"), indexes=indexes
    )
    declarations.page_rows(
        models.LegalPage, columns=("language", "original_id", "role", "standfirst", "body"), indexes=(*indexes, "role")
    )
    declarations.page_rows(
        models.LandingPage, columns=("language", "original_id", "standfirst", "slots"), indexes=indexes
    )
    declarations.page_rows(models.PlainPage, columns=("language", "original_id", "standfirst", "body"), indexes=indexes)


def _lists() -> None:
    place = ("page_id", "shelf", "language", "published", "year", "month", "kind")
    declarations.page_rows(models.Listing, columns=place, indexes=place, page="page_id")
    declarations.whole(models.Leaf, columns=("shelf", "number"))
    period = ("shelf", "year", "month")
    declarations.whole(models.Period, columns=period, indexes=period)


def _amendments() -> None:
    # Only what has gone out, and neither typos nor what has been classed anew; not who said it, nor why.
    place = ("page_id", "shelf", "language", "published", "year", "month", "standing", "kind")
    declarations.page_rows(
        models.Amendment,
        columns=("wrong", "right", "note", *place),
        indexes=place,
        page="page_id",
        condition="standing AND kind IN ('update', 'correction', 'retraction')",
    )


def _records() -> None:
    # A person's e-mail is for the desk.
    declarations.whole(
        models.Person,
        columns=("name", "slug", "role", "affiliation", "affiliation_ror", "biography", "picture_id", "orcid"),
    )
    declarations.whole(
        models.PersonText,
        columns=("person_id", "language", "name", "role", "affiliation", "biography"),
        indexes=("person_id", "language"),
    )
    declarations.whole(models.Topic, columns=("title", "slug", "parent_id", "description"))
    declarations.whole(
        models.TopicText,
        columns=("topic_id", "language", "title", "description"),
        indexes=("topic_id", "language"),
    )
    # The name of a shared piece is for editors.
    declarations.whole(
        models.SharedPieceText, columns=("piece_id", "language", "text"), indexes=("piece_id", "language")
    )
    declarations.whole(models.Navigation, columns=("language",), indexes=("language",))
    declarations.whole(
        models.NavigationEntry,
        columns=("navigation_id", "sort_order", "label", "page_id", "link"),
        indexes=("navigation_id", "page_id", "link"),
    )
    declarations.whole(
        models.Organisation,
        columns=("name", "short_name", "described_as", "email", "telephone", "founded", "logo_id", "ror"),
    )
    declarations.whole(
        models.OrganisationText,
        columns=("organisation_id", "language", "name", "short_name", "tagline", "address", "about"),
        indexes=("organisation_id",),
    )
    declarations.whole(
        models.SocialLink, columns=("organisation_id", "sort_order", "label", "url"), indexes=("organisation_id",)
    )


def _pictures() -> None:
    # Not the file that was uploaded, nor its title, which often is the file's name.
    declarations.whole(
        models.Picture,
        columns=(
            *("alt_text", "decorative", "caption", "credit", "source", "licence"),
            *("width", "height", "focal_point_x", "focal_point_y"),
        ),
    )
    declarations.whole(
        models.Recording, columns=("title", "file", "language", "transcript", "credit", "kind", "size", "seconds")
    )
    declarations.whole(
        models.RecordingTrack,
        columns=("recording_id", "sort_order", "kind", "language", "file"),
        indexes=("recording_id",),
    )
    declarations.whole(models.ShareCard, columns=("file",))
    declarations.whole(
        models.Rendition, columns=("image_id", "filter_spec", "file", "width", "height"), indexes=("image_id",)
    )
