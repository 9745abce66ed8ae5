"""What follows when pages are moved, deleted or taken back: addresses, lists and notes to readers go with them."""

from __future__ import annotations

import logging
from typing import Any

from django.db.models.signals import pre_delete
from wagtail.models import Page
from wagtail.signals import post_page_move

from communique.publishing import addresses

from . import amendments, lists, shared, translations, undoing
from .models import BasePage, SharedPiece

log = logging.getLogger("communique.content")


def watch() -> None:
    """Follow moves and deletions, those of whole branches too."""
    post_page_move.connect(moved, dispatch_uid="content.moved")
    pre_delete.connect(deleted, sender=Page, dispatch_uid="content.deleted")
    undoing.undone.connect(amendments.take_back, dispatch_uid="content.amendments")
    pre_delete.connect(shared.keep_while_used, sender=SharedPiece, dispatch_uid="content.shared")


def moved(instance: Page, **_: Any) -> None:
    """Give what was moved, and all below it, the addresses of the new place; the old ones lead there."""
    for page in Page.objects.descendant_of(instance, inclusive=True).live().order_by("path").specific():
        if isinstance(page, BasePage):
            try:
                addresses.assign(page)
            except addresses.AddressTaken as taken:  # it stays where readers know it
                log.warning("“%s” was moved but keeps its address: %s", page, taken)
            lists.file(page)


def deleted(instance: Page, **_: Any) -> None:
    """Readers of a deleted page are told that it is gone; its translations stay a group of their own."""
    addresses.withdraw(instance)
    kind = instance.specific_class
    if kind is not None and issubclass(kind, BasePage):
        translations.hand_on(kind, instance.pk)
