"""The trash: a deleted page is taken from readers at once, and waits with all below it to be put back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Site

from communique.text.sentences import sentence

from .models import BasePage, Discarded, Trash

DISCARD, PUT_BACK = "communique.trash.discard", "communique.trash.put_back"


class NotForTheTrash(ValueError):
    """A page that can't be deleted; the message says why."""


class NoPlace(ValueError):
    """The place that a page stood in is gone."""


def within(page: Page) -> bool:
    """Whether a page is in the trash."""
    return any(isinstance(above.specific, Trash) for above in page.get_ancestors(inclusive=True).type(Trash))


@transaction.atomic
def discard(page: Page, *, user: Any) -> None:
    """Take a page and all below it from readers, and put them into the trash. Raises NotForTheTrash."""
    if Site.objects.filter(root_page__path__startswith=page.path).exists():
        raise NotForTheTrash(sentence("“{page}” is where readers begin; it can't be deleted.", page=page))
    Discarded.objects.filter(page_id=page.pk).delete()
    branch = page.get_descendants(inclusive=True).live().order_by("-depth", "pk").specific()
    live = {str(one.pk): one.live_revision_id for one in branch}
    kept = Discarded.objects.create(page_id=page.pk, parent=page.get_parent(), live=live)
    for one in branch:
        one.unpublish(log_action=False)
    log(page, DISCARD, user=user, data={"parent": kept.parent_id, "live": len(live)})
    # By no user: editors can't put anything there by hand.
    Page.objects.get(pk=page.pk).specific.move(_trash(), pos="last-child")


@transaction.atomic
def put_back(page: Page, *, user: Any) -> int:
    """Put a page back to where it stood; what was live is live again, as it was. Tells how many. Raises NoPlace."""
    kept = Discarded.objects.filter(page_id=page.pk).first()
    if kept is None or kept.parent is None or within(kept.parent):
        raise NoPlace(
            sentence("The place where it stood is gone. Move it to where it should stand, and publish it there.")
        )
    page.specific.move(kept.parent, pos="last-child", user=user)
    shown = 0
    for one in Page.objects.filter(pk__in=kept.live).order_by("depth", "pk").specific():
        if isinstance(one, BasePage) and not one.live:
            one.live, one.live_revision_id = True, kept.live[str(one.pk)]
            one.has_unpublished_changes = one.live_revision_id != one.latest_revision_id
            one.save()
            shown += 1
    log(page, PUT_BACK, user=user, data={"live": shown})
    kept.delete()
    return shown


def _trash() -> Trash:
    found = Trash.objects.first()
    if found is None:
        root = Page.get_first_root_node()
        found = root.add_child(instance=Trash(title="Trash", slug="trash", live=False))
    return found
