"""What of events is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import EventMaterial, EventPage, EventsPage, ProgrammePart, Speaker


def declare() -> None:
    """Open sections, events, and what belongs to them."""
    declarations.page_rows(
        EventsPage, columns=("language", "original_id", "introduction"), indexes=("language", "original_id")
    )
    declarations.page_rows(
        EventPage,
        columns=(
            *("language", "original_id", "kind", "standfirst", "starts", "ends", "zone", "all_day"),
            *("attendance", "place", "place_address", "joining", "access", "attribution"),
            *("spoken", "booking_link", "free"),
            *("status", "formerly", "status_note", "lead_picture_id", "lead_alt", "lead_caption", "lead_credit"),
            *("body", "summary", "transcript", "sequence"),
        ),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        EventPage.topics.through,
        columns=("eventpage_id", "topic_id"),
        indexes=("eventpage_id",),
        page="eventpage_id",
    )
    declarations.page_rows(
        Speaker,
        columns=("page_id", "sort_order", "person_id", "role", "affiliation"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.page_rows(
        ProgrammePart,
        columns=("page_id", "sort_order", "starts", "ends", "title", "description", "person_id"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.page_rows(
        EventMaterial,
        columns=("page_id", "sort_order", "kind", "title", "target_id", "recording_id", "link"),
        indexes=("page_id",),
        page="page_id",
    )
