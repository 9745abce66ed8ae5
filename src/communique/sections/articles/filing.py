"""Filing: which lists an article stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.content import lists

if TYPE_CHECKING:
    from .models import ArticlePage


def file(article: ArticlePage) -> None:
    """Put a live article into its section's list and those of its topics and contributors; take others out."""
    if not article.live or article.published is None:
        lists.take_out(article)
        return
    section = article.get_parent()
    shelves = [lists.section(section.pk)] if section else []
    shelves += [lists.topic(topic.pk, article.language) for topic in article.topics.all()]
    shelves += [lists.person(one.person_id, article.language) for one in article.contributors.all()]
    lists.put(article, shelves, language=article.language, published=article.published)
