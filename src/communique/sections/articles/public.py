"""What of articles is public: the rows and columns that can be read while printing."""

from __future__ import annotations

from communique.publishing import declarations

from . import own_fields
from .models import ArticlePage, ArticlesPage, ArticleType, ArticleTypeText, Contributor, Disclaimer, PDFVersion


def declare() -> None:
    """Open sections, articles, and what belongs to them."""
    declarations.page_rows(
        ArticlesPage,
        columns=("language", "original_id", "introduction"),
        indexes=("language", "original_id"),
    )
    declarations.page_rows(
        ArticlePage,
        columns=(
            *("language", "original_id", "kicker", "standfirst", "findings", "article_type_id"),
            *("published", "updated"),
            *("lead_picture_id", "lead_caption", "lead_credit", "lead_alt", "body", "guid"),
            *("origin", "origin_link", "origin_date", "permission"),
            *own_fields.NAMES,
        ),
        indexes=("language", "original_id", "published"),
    )
    declarations.page_rows(
        ArticlePage.topics.through,
        columns=("articlepage_id", "topic_id"),
        indexes=("articlepage_id",),
        page="articlepage_id",
    )
    declarations.page_rows(
        Contributor,
        columns=("page_id", "sort_order", "person_id", "role", "affiliation"),
        indexes=("page_id",),
        page="page_id",
    )
    declarations.page_rows(PDFVersion, columns=PDFVersion.public, indexes=("page_id", "kept_of"), page="page_id")
    declarations.whole(ArticleType, columns=("name", "form", "described_as"))
    declarations.whole(
        ArticleTypeText,
        columns=("article_type_id", "language", "name"),
        indexes=("article_type_id", "language"),
    )
    declarations.whole(
        Disclaimer,
        columns=("article_type_id", "language", "since", "text"),
        indexes=("article_type_id", "language"),
    )
