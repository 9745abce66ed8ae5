"""Putting published pages into the lists of their section, topics and people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from .models.lists import Leaf, Listing, Period

if TYPE_CHECKING:
    from django.db.models import Model, QuerySet
    from wagtail.models import Page

    from .models import BasePage

PAGE = 20
"""An older page of a list has exactly so many; the newest has so many to one short of twice that."""


# Lists that other pages show the newest of, or the nearest; they have no pages of their own.
_WITHOUT_PAGES = ("newest:", "type:")
_with_archives: set[str] = set()


def section(page_id: int) -> str:
    """The shelf of a section's list."""
    return f"section:{page_id}"


def topic(topic_id: int, language: str) -> str:
    """The shelf of what is about a topic, in a language."""
    return f"topic:{topic_id}:{language}"


def person(person_id: int, language: str) -> str:
    """The shelf of what someone contributed to, in a language."""
    return f"person:{person_id}:{language}"


def newest(kind: str, language: str) -> str:
    """The shelf of all pages of a kind ("articles.articlepage") in a language, for what shows the newest."""
    return f"newest:{kind}:{language}"


def of_type(kind: str, number: int, language: str) -> str:
    """The shelf of what is of a type ("articles.articletype", 3), in a language, for what shows the nearest."""
    return f"type:{kind}:{number}:{language}"


def month(shelf: str, month: int) -> str:
    """The shelf of what is of a month (202611) in a list; its pages are numbered like those of the list."""
    return f"month:{month}:{shelf}"


def corrections(language: str) -> str:
    """The shelf of corrections and retractions in a language."""
    return f"corrections:{language}"


def file(page: BasePage) -> None:
    """Put a live page into the lists it belongs to, and take it out of all others. A retracted one is in none."""
    if page.files_itself and page.live and page.dated is not None and not page.retracted:
        put(page, page.shelves(), language=page.language, published=page.dated)
    else:
        take_out(page)


def put(page: Page, shelves: Iterable[str], *, language: str, published: datetime) -> None:
    """Let a page stand in these lists and no others."""
    published = published.astimezone(UTC)
    wanted = dict.fromkeys(shelves)
    held = {listing.shelf: listing for listing in Listing.objects.filter(page_id=page.pk)}
    gone = [listing.pk for shelf, listing in held.items() if shelf not in wanted]
    if gone:
        Listing.objects.filter(pk__in=gone).delete()
    place = {
        "kind": page._meta.label_lower,
        "language": language,
        "published": published,
        "year": published.year,
        "month": published.year * 100 + published.month,
    }
    moved = [
        held[shelf].pk
        for shelf in wanted
        if shelf in held and any(getattr(held[shelf], name) != value for name, value in place.items())
    ]
    if moved:
        Listing.objects.filter(pk__in=moved).update(**place)
    new = [shelf for shelf in wanted if shelf not in held]
    Listing.objects.bulk_create([Listing(page_id=page.pk, shelf=shelf, **place) for shelf in new])
    for shelf in new:
        grow(shelf)
    if new or moved:
        for shelf in filter(has_archive, wanted):
            _open(shelf, {(published.year, published.month)})
            _grow_month(shelf, place["month"])


def take_out(page: Page) -> None:
    """Let a page stand in no list."""
    if Listing.objects.filter(page_id=page.pk).exists():
        Listing.objects.filter(page_id=page.pk).delete()


def grow(shelf: str, kept: type[Model] = Listing) -> None:
    """Let there be a leaf for every older page that the list has; `kept` is the table that the list stands in."""
    if shelf.startswith(_WITHOUT_PAGES):
        return
    _grow(shelf, kept._base_manager.filter(shelf=shelf))


def _grow_month(shelf: str, number: int) -> None:
    _grow(month(shelf, number), Listing.objects.filter(shelf=shelf, month=number))


def _grow(shelf: str, entries: QuerySet[Model]) -> None:
    leaves = Leaf.objects.filter(shelf=shelf).count()
    # Older page n is full and twenty more stand after it: seen by looking, not by counting all.
    while entries[_enough(leaves + 1) :].exists():
        leaves += 1
        Leaf.objects.get_or_create(shelf=shelf, number=leaves)


def keep_archives(kind: str) -> None:
    """Let the lists whose shelves are of a kind ("section") have pages for their years and months."""
    _with_archives.add(kind)


def has_archive(shelf: str) -> bool:
    """Whether a list has pages for its years and months."""
    return shelf.partition(":")[0] in _with_archives


def open_periods(shelf: str) -> None:
    """Let there be pages for every year and month of a list: after many entries were written at once."""
    if has_archive(shelf):
        months = list(Listing.objects.filter(shelf=shelf).values_list("year", "month").distinct().order_by())
        _open(shelf, {(year, month % 100) for year, month in months})
        for _, number in months:
            _grow_month(shelf, number)


def _open(shelf: str, months: Iterable[tuple[int, int]]) -> None:
    wanted = set(months) | {(year, 0) for year, _ in months}
    years = {year for year, _ in wanted}
    held = set(Period.objects.filter(shelf=shelf, year__in=years).values_list("year", "month"))
    new = [Period(shelf=shelf, year=year, month=month) for year, month in sorted(wanted - held)]
    Period.objects.bulk_create(new, ignore_conflicts=True)


def _enough(number: int) -> int:
    return PAGE * (number + 1) - 1
