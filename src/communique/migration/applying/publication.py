"""Publication: everything that is to be public becomes so in one transaction, addresses, lists and all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import F
from wagtail.models import Page

from communique.content import lists
from communique.content.models import BasePage, HomePage, Listing, PlainPage
from communique.migration.models import Imported
from communique.migration.wordpress.plan import Plan
from communique.sections.articles.models import ArticlePage

from .old_addresses import Addresses
from .register import Kind, Register

_MANY = 400


def hide(plan: Plan, register: Register) -> list[tuple[int, str]]:
    """Unpublish at once what was hidden there since the last import, whoever worked on it here."""
    hidden = []
    for planned in plan.planned("draft", "scheduled", "staff", "left out"):
        row = register.find(Kind.POST, planned.wordpress_id)
        page = Page.objects.filter(pk=row.page_id).first() if row and row.published and row.page_id else None
        if row is None or page is None:
            continue
        with transaction.atomic():
            if page.live:
                _take_down(page.specific)
                hidden.append((planned.wordpress_id, planned.title))
            row.published = False
            # A home without its text gets it anew if it is shown again; a page has kept its own.
            row.source = "" if isinstance(page.specific, HomePage) else row.source
            row.save(update_fields=["published", "source"])
    return hidden


def _take_down(page: Page) -> None:
    """Unpublish a page; of our home, only the text that came from the former front page goes."""
    if isinstance(page, HomePage):
        nothing: Any = []
        page.body = nothing
        page.save_revision().publish()
    else:
        page.unpublish()


def publish(plan: Plan, register: Register, made: Addresses) -> int:
    """Make public what is to be. Tells how many pages; none if everything is public already."""
    due = [
        (planned, row)
        for planned in plan.planned("live")
        if (row := register.find(Kind.POST, planned.wordpress_id))
        and row.page_id
        and not row.published
        # What was changed here meanwhile has an earlier state of the source, and is left to its editor.
        and row.source == planned.digest
    ]
    if not due:
        return 0
    with transaction.atomic():
        pages = _pages(row.page_id for _, row in due if row.page_id)
        ready = [(planned, row, pages[row.page_id]) for planned, row in due if row.page_id in pages]
        _make_live([row.page_id for _, row, _ in ready if row.page_id])
        made.give([(planned, page) for planned, _, page in ready])
        _file([page for _, _, page in ready])
        Imported.objects.filter(pk__in=[row.pk for _, row, _ in ready]).update(published=True)
    for _, row, _ in ready:
        row.published = True
    return len(ready)


def _pages(numbers: Iterable[int]) -> dict[int, BasePage]:
    wanted = list(numbers)
    found: dict[int, BasePage] = {}
    for at in range(0, len(wanted), _MANY):
        some = wanted[at : at + _MANY]
        found.update(ArticlePage.objects.defer("body").prefetch_related("topics", "contributors").in_bulk(some))
        for kind in (PlainPage, HomePage):
            found.update(kind.objects.defer("body").in_bulk(some))
    parents = {page.path: page for page in found.values()}
    for page in found.values():
        above = page.path[: -Page.steplen]
        if above not in parents:
            parents[above] = page.get_parent()
        page._cached_parent_obj = parents[above]
    return found


def _make_live(numbers: Sequence[int]) -> None:
    for at in range(0, len(numbers), _MANY):
        Page.objects.filter(pk__in=numbers[at : at + _MANY]).update(
            live=True, has_unpublished_changes=False, live_revision=F("latest_revision")
        )


def _file(pages: Sequence[BasePage]) -> None:
    """Put articles into the lists of their section, topics and people."""
    rows: list[Listing] = []
    for page in pages:
        if page.files_itself and page.dated is not None:
            rows += _listings(page)
    Listing.objects.bulk_create(rows, ignore_conflicts=True, batch_size=_MANY)
    for shelf in sorted({row.shelf for row in rows}):
        lists.grow(shelf)
        lists.open_periods(shelf)


def _listings(page: BasePage) -> list[Listing]:
    dated = page.dated
    assert dated is not None
    place: dict[str, Any] = {
        "kind": page._meta.label_lower,
        "language": page.language,
        "published": dated,
        "year": dated.year,
        "month": dated.year * 100 + dated.month,
    }
    return [Listing(page_id=page.pk, shelf=shelf, **place) for shelf in dict.fromkeys(page.shelves())]
