"""Years and months of a list have pages of their own, at addresses that stay; "Show more" only adds to them. Row B7."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection

from communique.content import lists
from communique.content.models import Leaf, Listing, Period
from communique.content.questions import lists as questions_of_lists

from .stories import article, copies, section

pytestmark = pytest.mark.django_db


def _on(title, *day, **fields):
    return article(title, published=datetime(*day, 12, tzinfo=UTC), **fields)


def printed():
    found = [copy for period in Period.objects.order_by("year", "month") for copy in copies("period", period.pk)]
    return {copy.address: copy for copy in found}


@pytest.fixture
def three():
    return [_on("Ports", 2024, 12, 31), _on("Grain", 2026, 2, 3), _on("Gas", 2026, 2, 9), _on("Rail", 2026, 11, 1)]


def test_b7_each_year_and_month_with_something_in_it_has_a_page(three):
    assert list(printed()) == [
        *("/research/2024/", "/research/2024/12/"),
        *("/research/2026/", "/research/2026/02/", "/research/2026/11/"),
    ]


def test_b7_a_month_shows_what_is_of_it_newest_first(three):
    month = printed()["/research/2026/02/"]
    assert [card["title"] for card in month.context["articles"]] == ["Gas", "Grain"]
    assert month.context["newer"] == {"address": "/research/2026/11/", "title": "November 2026"}
    assert [one["title"] for one in month.context["frame"]["breadcrumbs"]][-2:] == ["Research", "2026"]


def test_b7_a_year_counts_its_months_and_knows_its_neighbours(three):
    year = printed()["/research/2026/"]
    assert [(one["title"], one["count"]) for one in year.context["months"]] == [
        ("February 2026", 2),
        ("November 2026", 1),
    ]
    assert [card["title"] for card in year.context["articles"]] == ["Rail", "Gas", "Grain"]
    assert (year.context["older"]["address"], year.context["newer"]) == ("/research/2024/", None)


def test_b7_lists_lead_to_their_years_by_a_fragment_so_that_older_pages_stay_as_they_are(three):
    (newest,) = copies("section", section().pk)
    (ways,) = copies("articles-by-year", section().pk)
    assert newest.context["fragments"]["below"] == ways.address == f"~articles-by-year/{section().pk}"
    assert [(one["address"], one["count"]) for one in ways.context["years"]] == [
        ("/research/2026/", 3),
        ("/research/2024/", 1),
    ]


def test_b7_an_empty_month_has_no_page_and_comes_back_with_its_address(three):
    three[3].unpublish()
    assert "/research/2026/11/" not in printed()
    three[3].save_revision().publish()
    assert "/research/2026/11/" in printed()


def test_b7_a_new_date_opens_another_month(three):
    three[0].published = datetime(2025, 1, 1, 12, tzinfo=UTC)
    three[0].save()
    assert {"/research/2025/", "/research/2025/01/"} <= printed().keys()
    assert "/research/2024/" not in printed()


def test_b7_months_are_called_as_the_language_calls_them():
    _on("Порты", 2026, 11, 1, under=section("Статьи", "ru"), language="ru")
    assert printed()["/ru/статьи/2026/11/"].context["title"] == "ноябрь 2026"


def test_b7_what_is_written_in_bulk_opens_its_months_at_once(three):
    Period.objects.all().delete()
    lists.open_periods(lists.section(section().pk))
    assert Period.objects.count() == 5
    lists.open_periods("newest:articles.articlepage:en")
    assert Period.objects.count() == 5


def test_b7_lists_of_an_older_database_get_their_months(three):
    Period.objects.all().delete()
    migration = import_module("communique.content.migrations.0017_open_periods")
    for _ in range(2):
        migration.open_periods(apps, SimpleNamespace(connection=connection))
    assert len(printed()) == Period.objects.count() == 5
    assert Listing.objects.exists()


def test_b7_a_preview_of_a_section_shows_its_years(client, hamid, three):
    from communique.content.previews import preview

    assert "/research/2026/" in preview(section(), datetime(2026, 11, 24, tzinfo=UTC))


@pytest.fixture
def short(monkeypatch):
    for place in (lists, questions_of_lists):
        monkeypatch.setattr(place, "PAGE", 3)


def leaves():
    found = [
        copies("older page", leaf.pk) for leaf in Leaf.objects.filter(shelf__startswith="month:").order_by("number")
    ]
    return {copy.address: [card["title"] for card in copy.context["articles"]] for (copy,) in filter(None, found)}


def test_b7_a_month_with_much_in_it_has_older_pages_that_stay_as_they_are(short):
    for day in range(1, 8):
        _on(f"On the {day}th", 2026, 11, day)
    before = leaves()
    assert before == {"/research/2026/11/page/1/": ["On the 3th", "On the 2th", "On the 1th"]}
    month = printed()["/research/2026/11/"]
    assert [card["title"] for card in month.context["articles"]] == [f"On the {day}th" for day in (7, 6, 5, 4)]
    assert month.context["leaf"]["older"] == {"address": "/research/2026/11/page/1/", "number": 1}
    _on("After the end of the month", 2026, 12, 1)
    for day in (8, 9):
        _on(f"On the {day}th", 2026, 11, day)
    assert before.items() < leaves().items() and len(leaves()) == 2


def test_b7_an_older_page_of_a_month_leads_on_to_the_newer_ones(short):
    for day in range(1, 10):
        _on(f"On the {day}th", 2026, 11, day)
    (first,), (second,) = (copies("older page", leaf.pk) for leaf in Leaf.objects.filter(shelf__startswith="month:"))
    assert first.context["leaf"]["newer"]["address"] == second.address
    assert second.context["leaf"]["newer"]["address"] == "/research/2026/11/"
    assert [one["title"] for one in second.context["frame"]["breadcrumbs"]][-2:] == ["2026", "November 2026"]


def test_b7_months_of_an_older_database_get_their_pages(monkeypatch):
    migration = import_module("communique.content.migrations.0021_pages_of_months")
    for place in (lists, migration):
        monkeypatch.setattr(place, "PAGE", 3)
    for day in range(1, 10):
        _on(f"On the {day}th", 2026, 11, day)
    there = set(Leaf.objects.values_list("shelf", "number"))
    Leaf.objects.filter(shelf__startswith="month:").delete()
    for _ in range(2):
        migration.add_pages(apps, SimpleNamespace(connection=connection))
    assert set(Leaf.objects.values_list("shelf", "number")) == there
