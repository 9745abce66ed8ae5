"""Wagtail's index of references: what refers to a page, a picture or a document, as the desk shows it.

Wagtail brings it up to date after each row that is saved: for an article once for the note about its draft, once for
the page, and once for each contributor, each time from all of the page. Here it is done once, when all is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from wagtail.models import COMMENTS_RELATION_NAME, Page, ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update, reference_index_auto_update_disabled

_OF_A_DRAFT = {
    COMMENTS_RELATION_NAME,
    *("latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes"),
}
"""What Wagtail notes about a page when a draft of it is kept: nothing that the page itself refers to."""


@contextmanager
def noted_once(page: Page) -> Iterator[None]:
    """Save a page inside, in a transaction; what it refers to is noted at the end.

    Where somebody has switched the index off for a while, it is left to them.
    """
    if _is_off():
        yield
        return
    with disable_reference_index_auto_update():
        yield
    # From what is kept: to look for references unfolds a text, and ids would come into it that nobody gave.
    ReferenceIndex.create_or_update_for_object(type(page)._base_manager.get(pk=page.pk))


@contextmanager
def as_they_were(fields: Collection[str]) -> Iterator[None]:
    """Save these fields of a page inside: a note about its draft leaves alone what it refers to."""
    if _is_off() or not _OF_A_DRAFT.issuperset(fields):
        yield
        return
    with disable_reference_index_auto_update():
        yield


def _is_off() -> bool:
    return bool(getattr(reference_index_auto_update_disabled, "value", False))
