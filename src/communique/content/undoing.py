"""Undoing a publication: readers get the exact former page, its editor keeps what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.dispatch import Signal
from wagtail.log_actions import log
from wagtail.models import Page

from communique.publishing.models import Address
from communique.text.sentences import sentence

from .models import Former

if TYPE_CHECKING:
    from .models import BasePage

ACTION = "communique.publish.undo"

undone = Signal()
"""Sent with `page` and `since`: what else was made of a publication since that moment is to be taken back."""


class TooLate(ValueError):
    """Something else was published since."""


def remember(page: BasePage) -> None:
    """Keep what readers have of a page that is about to be published."""
    stored = type(page).objects.get(pk=page.pk)
    live = stored.live
    kept = {
        "revision": stored.latest_revision_id,
        "content": stored.serializable_data() if live else None,
        "live_revision": stored.live_revision_id if live else None,
        "first_published_at": stored.first_published_at,
        "last_published_at": stored.last_published_at,
    }
    Former.objects.update_or_create(page_id=page.pk, defaults=kept)


def of(page: Page) -> Former | None:
    """What an undo would bring back; None if there is nothing to undo."""
    if not page.live or page.live_revision_id is None:
        return None
    return Former.objects.filter(page_id=page.pk, revision=page.live_revision_id).first()


@transaction.atomic
def undo(page: BasePage, *, user: Any) -> bool:
    """Give readers what they had before the last publication; whether that was anything. Raises TooLate."""
    former = of(page)
    if former is None:
        raise TooLate(sentence("Something was published since. The earlier versions are in the history of the page."))
    log(page, ACTION, user=user, data={"revision": former.revision}, revision=page.live_revision)
    if former.content is None:
        _take_back(page, former)
    else:
        _restore(page, former)
    undone.send(sender=type(page), page=page, since=former.made)
    shown = former.content is not None
    former.delete()
    return shown


def _restore(page: BasePage, former: Former) -> None:
    before = page.with_content_json(former.content)
    before.live, before.has_unpublished_changes, before.expired = True, True, False
    before.live_revision_id = former.live_revision
    before.first_published_at, before.last_published_at = former.first_published_at, former.last_published_at
    before.draft_title, before.latest_revision_id = page.draft_title, page.latest_revision_id
    before.save(clean=False)


def _take_back(page: BasePage, former: Former) -> None:
    page.unpublish(log_action=False)
    # Readers had never seen it: its address was never one of ours.
    Address.objects.filter(page_id=page.pk, state=Address.State.GONE, made__gte=former.made).delete()
    type(page).objects.filter(pk=page.pk).update(
        first_published_at=former.first_published_at, last_published_at=former.last_published_at
    )
