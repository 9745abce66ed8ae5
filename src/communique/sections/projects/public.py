"""What of projects is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from .models import (
    Funder,
    FunderText,
    ProjectFunding,
    ProjectOutput,
    ProjectPage,
    ProjectPerson,
    ProjectsPage,
)


def declare() -> None:
    """Open sections, projects and what belongs to them; of funders, who they are."""
    declarations.page_rows(
        ProjectsPage,
        columns=("language", "original_id", "introduction", "on_funding"),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        ProjectPage,
        columns=(
            *("language", "original_id", "standfirst", "began", "ended", "body", "statement"),
            *("lead_picture_id", "lead_alt", "lead_caption", "lead_credit"),
        ),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        ProjectPage.topics.through,
        columns=("projectpage_id", "topic_id"),
        indexes=("projectpage_id",),
        page="projectpage_id",
    )
    declarations.page_rows(
        ProjectPerson, columns=("page_id", "sort_order", "person_id", "role"), indexes=("page_id",), page="page_id"
    )
    declarations.page_rows(
        ProjectOutput,
        columns=("page_id", "sort_order", "output_id"),
        indexes=("page_id", "output_id"),
        page="page_id",
    )
    declarations.page_rows(
        ProjectFunding,
        columns=("page_id", "sort_order", "funder_id", "year", "amount", "currency", "number"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.whole(Funder, columns=("name", "ror", "funder_id", "website"))
    declarations.whole(FunderText, columns=("funder_id", "language", "name"), indexes=("funder_id", "language"))
