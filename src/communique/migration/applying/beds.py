"""Beds: many pages are planted below one parent at once, with the paths that the tree would have given them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.db.models import F
from wagtail.models import Locale, Page

from communique.content.models import BasePage
from communique.publishing import addresses
from communique.text import slugs


class Bed:
    """The place below one parent. Use it within a transaction, and only for that transaction."""

    def __init__(self, parent: Page) -> None:
        self.parent = parent
        children = Page.objects.child_of(parent)
        last = children.order_by("-path").values_list("path", flat=True).first()
        self._step = Page._str2int(last[-Page.steplen :]) if last else 0
        self._taken = set(children.values_list("slug", flat=True))
        self._added = 0

    def settle(self, page: BasePage, wished: str) -> None:
        """Give a page its slug and its place in the tree."""
        self._step += 1
        self._added += 1
        page.slug = slugs.free(wished, _Unfree(self.parent, self._taken))
        self._taken.add(page.slug)
        page.path = Page._get_path(self.parent.path, self.parent.depth + 1, self._step)
        page.depth = self.parent.depth + 1
        page.url_path = f"{self.parent.url_path}{page.slug}/"

    def close(self) -> None:
        """Tell the parent how many children came."""
        Page.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + self._added)
        self.parent.numchild += self._added


class _Unfree:
    """The slugs that a bed can't give: other pages have them, or the parent prints something of its own there."""

    def __init__(self, parent: Page, taken: set[str]) -> None:
        self._kind, self._taken = parent.specific_class, taken

    def __contains__(self, slug: object) -> bool:
        kept = self._kind is not None and addresses.kept_below(self._kind, str(slug)) is not None
        return kept or slug in self._taken


def plant(pages: Sequence[BasePage]) -> None:
    """Insert settled pages of one kind, not live yet: two statements for all of them."""
    if not pages:
        return
    kind = type(pages[0])
    content_type = ContentType.objects.get_for_model(kind)
    locale = Locale.get_active() if not pages[0].locale_id else pages[0].locale
    for page in pages:
        page.content_type, page.locale, page.draft_title = content_type, locale, page.title
        page.live, page.has_unpublished_changes = False, True
    upper = [Page(**{field.attname: getattr(page, field.attname) for field in _columns()}) for page in pages]
    for page, row in zip(pages, Page.objects.bulk_create(upper), strict=True):
        page.pk = page.id = row.pk
        page.page_ptr_id = row.pk
    # Django's own bulk_create refuses models with a parent table; that one has its rows already.
    kind._base_manager._insert(list(pages), fields=kind._meta.local_concrete_fields, using=connection.alias)


def _columns() -> list[Any]:
    return [field for field in Page._meta.concrete_fields if not field.primary_key]
