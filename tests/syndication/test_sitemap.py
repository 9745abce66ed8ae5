"""The sitemap: every public page once, in parts that stay as they are."""

from xml.etree import ElementTree

import pytest
from django.db import connection
from wagtail.models import Page

from communique.content.amendments import Classed
from communique.content.models import Amendment
from communique.publishing.models import Address
from communique.syndication import sitemap
from tests.content.stories import FIRST, article, asking, copies, copy, home, section

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"


def _urls():
    parts = asking()(sitemap.parts)
    roots = [ElementTree.fromstring(one.body) for part in parts for one in copies("sitemap part", part)]
    return {url.findtext(f"{MAP}loc"): url for root in roots for url in root.findall(f"{MAP}url")}


def _paths():
    return {address.split("/", 3)[3] for address in _urls()}


def test_every_public_page_is_in_and_no_other():
    article("Ports")
    article("Draft", live=False)
    assert _paths() == {"", "research/", "research/ports/"}


def test_translations_name_each_other_and_themselves():
    english = article("Ports")
    article("بندرگاہیں", language="ur", original=english)
    told = [
        {link.get("hreflang") for link in url.findall(LINK)}
        for address, url in _urls().items()
        if "/research/" in address and not address.endswith("/research/")
    ]
    assert told == [{"en", "ur"}, {"en", "ur"}]


def test_a_translation_across_two_parts_is_still_found(monkeypatch):
    english = article("Ports")
    article("بندرگاہیں", language="ur", original=english)
    monkeypatch.setattr(sitemap, "RANGE", 1)
    told = [{link.get("hreflang") for link in url.findall(LINK)} for url in _urls().values() if url.findall(LINK)]
    assert told == [{"en", "ur"}, {"en", "ur"}]


def _dated(end):
    (url,) = [url for address, url in _urls().items() if address.endswith(end)]
    return url.findtext(f"{MAP}lastmod")


def test_a_page_without_a_date_of_its_own_is_dated_by_when_it_was_last_published():
    page = section()
    page.save_revision().publish()
    page.refresh_from_db()
    assert _dated("/research/") == page.last_published_at.strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.mark.parametrize(
    ("kind", "new"), [("typo", False), ("update", True), ("correction", True), ("retraction", True)]
)
def test_an_article_is_dated_by_its_last_change_that_readers_were_told_of(kind, new):
    page = article("Ports")
    page.title, page.classed = "Harbours", Classed(kind, "Ports", "Harbours", "More.")
    page.save_revision().publish()
    told = Amendment.objects.get().published if new else FIRST
    assert _dated("/ports/") == told.strftime("%Y-%m-%dT%H:%M:%SZ")


def test_the_index_names_the_parts_that_have_pages():
    home()
    index = ElementTree.fromstring(copy("sitemap", "one").body)
    told = [one.text.rpartition("/")[2] for one in index.iter(f"{MAP}loc")]
    assert told == [f"{home().pk // sitemap.RANGE + 1}.xml"]


def test_robots_are_told_what_is_not_for_them():
    told = copy("robots", "one").body.decode()
    assert "Disallow: /desk/" in told and "Disallow: /-/" in told and "/sitemap.xml" in told


def _steps(ask):
    """What SQLite's machine does for it, in hundreds of instructions."""
    done = []
    connection.connection.set_progress_handler(lambda: done.append(1), 100)
    try:
        assert ask()
    finally:
        connection.connection.set_progress_handler(None, 100)
    return len(done)


def _many(numbers):
    pages = [
        Page(
            pk=number, path=f"9{number:07}", depth=2, title="Old", slug=f"old-{number}", content_type_id=1, locale_id=1
        )
        for number in numbers
    ]
    Page.objects.bulk_create(pages)
    Address.objects.bulk_create(Address(address=f"/old-{page.pk}/", page=page) for page in pages)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="SQLite's machine can be counted")
def test_whether_a_part_has_pages_costs_the_same_on_a_large_site():
    """Its index asks that of each part: a hundred thousand pages took it minutes when the database went through all."""
    _many(range(1000, 1050))
    small = _steps(lambda: asking()(sitemap.has_pages, 11))
    _many(range(1100, 4000))
    assert _steps(lambda: asking()(sitemap.has_pages, 11)) <= 3 * small + 10
    assert _steps(lambda: asking()(sitemap.has_pages, 39)) <= 3 * small + 10
