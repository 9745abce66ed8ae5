"""Loading brings the whole demonstration into a new site, once, and keeps what isn't ready to itself."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core import serializers
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Site

from communique.content import gate
from communique.content.models import (
    Amendment,
    HomePage,
    LegalPage,
    Navigation,
    Organisation,
    Person,
    Picture,
    PlainPage,
    Rendition,
)
from communique.content.pictures import FALLBACK, mark, wanted
from communique.content.slots import telling
from communique.publishing.models import Address
from communique.sections.about.models import BoardPage
from communique.sections.articles.models import ArticlePage
from communique.sections.events.models import EventsPage
from communique.sections.gallery.models import AlbumPage, GalleryPage
from communique.sections.series.models import SeriesPage
from communique.site.demonstration import texts
from communique.site.demonstration.loading import NotForDemonstration, load
from tests.content.stories import copies, copy

OURS = ("content", "articles", "about", "series", "events", "gallery", "publishing", "wagtailcore", "wagtailimages")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for all tests here, and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def everything():
    """All rows that the demonstration may have touched, as text."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    rows = [row for model in models for row in model._default_manager.order_by("pk")]
    return serializers.serialize("json", rows)


def current(page):
    return Address.objects.get(page_id=page.pk, state=Address.State.CURRENT).address


def test_all_of_it_is_there(loaded):
    assert (loaded.articles, loaded.already) == (len(texts.articles()), False)
    assert (HomePage.objects.count(), BoardPage.objects.count(), PlainPage.objects.count()) == (4, 4, 8)
    assert LegalPage.objects.filter(live=True).count() == 8
    assert Person.objects.exclude(picture=None).count() == loaded.people
    assert Organisation.load().texts.count() == Navigation.objects.count() == 4


def test_d2_every_language_has_events_to_come_and_past_ones_whenever_it_is_loaded(loaded):
    for section in EventsPage.objects.all():
        (found, *_) = copies("events", section.pk, timezone.now())
        assert found.context["coming"] and found.context["past"], section.language


def test_e3_every_language_has_albums_and_events_lead_to_theirs(loaded):
    for section in GalleryPage.objects.all():
        assert copies("gallery", section.pk)[0].context["albums"], section.language
    for album in AlbumPage.objects.exclude(occasion=None):
        (copy, *_) = copies("event", album.occasion_id, timezone.now())
        (group,) = copy.context["frame"]["belonging"]
        assert [one["title"] for one in group["cards"]] == [album.title]


def test_a_second_time_changes_nothing(loaded):
    before = everything()
    again = load()
    assert again.already
    assert (again.articles, again.people, again.pictures) == (loaded.articles, loaded.people, loaded.pictures)
    assert everything() == before


def test_live_pages_have_addresses_in_their_language(loaded):
    assert Address.objects.count() == Page.objects.live().filter(depth__gt=1).count()
    assert sorted(current(home) for home in HomePage.objects.all()) == ["/", "/ar/", "/ru/", "/ur/"]
    article = ArticlePage.objects.get(language="ru", slug="расписание-как-договор")
    assert current(article) == "/ru/статьи/расписание-как-договор/"
    assert current(BoardPage.objects.get(language="en")) == "/about/board/"


def test_what_is_not_ready_is_live_nowhere(loaded):
    kept_back = ArticlePage.objects.not_live()
    assert kept_back.count() == sum(article.state != "live" for article in texts.articles())
    assert not Address.objects.filter(page__in=kept_back).exists()
    assert all(article.first_published_at is None and not article.listings.exists() for article in kept_back)


def test_the_scheduled_one_waits_for_its_day(loaded):
    scheduled = ArticlePage.objects.get(slug="a-port-without-paper")
    assert scheduled.approved_schedule
    assert scheduled.go_live_at > timezone.now()


def test_dates_are_those_of_the_texts(loaded):
    dated = {article.slug: article for article in texts.articles() if article.language == "en"}
    for page in ArticlePage.objects.live().filter(language="en"):
        assert page.published == page.first_published_at == dated[page.slug].published
        assert page.updated == dated[page.slug].updated
    assert ArticlePage.objects.exclude(updated=None).count() == 1


def test_every_page_could_be_saved_by_an_editor_as_it_is(loaded):
    for page in Page.objects.filter(depth__gt=1).specific():
        page.full_clean()
        if hasattr(page, "body"):
            page.body.stream_block.clean(page.body)
        assert page.latest_revision.as_object().title == page.title
        assert (page.live_revision is not None) == page.live


def test_every_published_page_passes_the_gate(loaded):
    pages = Page.objects.live().filter(depth__gt=1).specific()
    refused = {str(page): [one.said for one in gate.judge(page).refusals] for page in pages}
    assert not {page: said for page, said in refused.items() if said}


def test_the_page_of_corrections_has_something_in_every_language(loaded):
    """Row A14."""
    for language in texts.LANGUAGES:
        assert copies("corrections", language)[0].context["corrections"]
    kinds = set(Amendment.objects.values_list("kind", flat=True))
    assert kinds == {"update", "correction", "retraction"}


def test_links_between_texts_lead_to_pages_and_are_known_to_the_desk(loaded):
    reading = ArticlePage.objects.get(language="en", slug="how-to-read-a-communique")
    shall = ArticlePage.objects.get(language="en", slug="translating-shall")
    assert f'<a linktype="page" id="{shall.pk}">' in str(reading.body.raw_data)
    assert ReferenceIndex.get_references_to(shall).filter(object_id=str(reading.pk)).exists()


def test_translations_point_to_their_original(loaded):
    russian = ArticlePage.objects.get(language="ru", slug="там-где-меняется-колея")
    assert ArticlePage.objects.get(language="en", slug="where-the-gauge-changes").original_id == russian.pk
    assert BoardPage.objects.filter(original=BoardPage.objects.get(language="en").page_ptr).count() == 3


def test_series_are_in_order_and_keep_what_is_not_ready_to_themselves(loaded):
    english = SeriesPage.objects.get(language="en")
    assert SeriesPage.objects.get(language="ur").original_id == english.pk
    first, *_, last = [part.part.slug for part in english.parts.all()]
    assert (first, last) == ("how-to-read-a-communique", "the-price-of-a-signature")
    shown = [part["title"] for part in copy("series", english).context["parts"]]
    assert len(shown) == 4 and "The price of a signature" not in shown


def test_every_picture_has_the_renditions_that_take_time(loaded):
    assert Picture.objects.count() == loaded.pictures
    for picture in Picture.objects.all():
        made = set(Rendition.objects.filter(image=picture).values_list("filter_spec", flat=True))
        assert {str(spec) for spec in wanted(picture.width)} - made == {str(FALLBACK)}
        assert picture.developed == mark(picture.file.name)
        assert picture.file.storage.exists(picture.file.name)


def test_readers_begin_at_the_first_home(loaded):
    site = Site.objects.get(is_default_site=True)
    assert site.root_page.specific == HomePage.objects.get(language="en")
    assert not Page.objects.filter(depth__gt=1).exact_type(Page).exists()


@pytest.mark.django_db
def test_a_site_with_pages_of_its_own_is_left_alone():
    root = Page.get_first_root_node()
    root.add_child(instance=HomePage(title="Somebody's", slug="somebodys", language="en"))
    with pytest.raises(NotForDemonstration, match="pages of its own"):
        load()
    assert not ArticlePage.objects.exists()


@pytest.mark.django_db
def test_a_site_with_other_languages_is_told_what_would_do(settings):
    settings.COMMUNIQUE = SimpleNamespace(languages=("en", "ur"))
    with pytest.raises(NotForDemonstration, match='languages = \\["en", "ur", "ar", "ru"\\]'):
        load()


def test_c7_every_home_is_curated_and_nothing_on_it_is_missed(loaded):
    for home in HomePage.objects.all():
        assert telling.of_live(home, timezone.now()) == []
        assert home.slots[0].value["until"] > timezone.localdate()
