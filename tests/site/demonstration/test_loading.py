"""Loading brings the whole demonstration into a new site, once, and keeps what isn't ready to itself."""

from __future__ import annotations

from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.apps import apps
from django.core import serializers
from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, ReferenceIndex, Site

from communique.content import gate
from communique.content.early import links
from communique.content.models import (
    Amendment,
    EarlyLink,
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
from communique.sections.about.models import MembersPage
from communique.sections.articles.models import ArticlePage, PDFVersion
from communique.sections.documents.reading.room import read
from communique.sections.events.models import EventPage, EventsPage
from communique.sections.experts.models import Expert, ExpertsPage
from communique.sections.gallery.models import AlbumPage, GalleryPage
from communique.sections.media.models import CoveragePage, MediaPage
from communique.sections.projects.models import ProjectOutput, ProjectsPage
from communique.sections.releases.models import ReleasePage, ReleasesPage
from communique.sections.series.models import SeriesPage
from communique.sections.shows.models import ShowPage
from communique.site.demonstration import texts
from communique.site.demonstration.loading import NotForDemonstration, load
from tests.content.stories import copies, copy

WAGTAILS = ("wagtailcore", "wagtailimages")


@pytest.fixture(scope="module")
def loaded(django_db_setup, django_db_blocker):
    """Loaded once for all tests here, and taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load()
        transaction.set_rollback(True)


def everything():
    """All rows that the demonstration may have touched, as text."""
    ours = [app for app in apps.get_app_configs() if app.name.startswith("communique.") or app.label in WAGTAILS]
    models = [model for app in ours for model in app.get_models()]
    rows = [row for model in models for row in model._default_manager.order_by("pk")]
    return serializers.serialize("json", rows)


def current(page):
    return Address.objects.get(page_id=page.pk, state=Address.State.CURRENT).address


def test_all_of_it_is_there(loaded):
    assert (loaded.articles, loaded.already) == (len(texts.articles()), False)
    assert (HomePage.objects.count(), MembersPage.objects.count(), PlainPage.objects.count()) == (4, 8, 8)
    assert LegalPage.objects.filter(live=True).count() == 8
    assert Person.objects.exclude(picture=None).count() == loaded.people
    assert Organisation.load().texts.count() == Navigation.objects.count() == 4


def test_d2_every_language_has_events_to_come_and_past_ones_whenever_it_is_loaded(loaded):
    for section in EventsPage.objects.all():
        (found, *_) = copies("events", section.pk, timezone.now())
        assert found.context["coming"] and found.context["past"], section.language


def test_c3_the_board_and_the_fellows_have_members_now_and_members_past(loaded):
    for page in MembersPage.objects.all():
        circle = copies("members", page.pk, timezone.now())[0].context["circle"]
        assert len(circle["members"]) >= 6 and circle["past"], page.title
        assert all(one["title"] for one in circle["members"])


def test_c4_experts_are_found_in_every_language_and_each_has_a_card(loaded):
    for page in ExpertsPage.objects.all():
        whole, *narrowed = copies("experts", page.pk)
        assert len(whole.context["experts"]) == Expert.objects.count() and len(narrowed) > 10
    assert all(len(copies("contact cards", expert.person_id)) == 4 for expert in Expert.objects.all())


def test_c8_every_language_tells_who_pays_and_outputs_say_so(loaded):
    for page in ProjectsPage.objects.all():
        shown, funding = copies("projects", page.pk, timezone.now())
        assert shown.context["parts"] and funding.context["years"], page.language
    for row in ProjectOutput.objects.select_related("output"):
        assert copies("article", row.output.pk)[0].context["frame"]["acknowledged"]
    assert ProjectOutput.objects.count() >= 4


def test_e3_every_language_has_albums_and_events_lead_to_theirs(loaded):
    for section in GalleryPage.objects.all():
        assert copies("gallery", section.pk)[0].context["albums"], section.language
    for album in AlbumPage.objects.exclude(occasion=None):
        (copy, *_) = copies("event", album.occasion_id, timezone.now())
        (group,) = copy.context["frame"]["belonging"]
        assert [one["title"] for one in group["cards"]] == [album.title]


def test_e2_every_press_room_has_a_release_and_one_waits_behind_its_link(loaded):
    for page in ReleasesPage.objects.all():
        assert copies("press room", page.pk)[0].context["releases"], page.language
    _one_waits(ReleasePage)


def test_e2_e3_an_album_waits_behind_its_link(loaded):
    _one_waits(AlbumPage)


def _one_waits(kind):
    (one,) = EarlyLink.objects.filter(page__in=kind.objects.values("pk"))
    assert one.until > timezone.now() and links.follow(one.key, "", timezone.now()).shown


def test_c1_a_publication_has_a_pdf_of_its_own_which_machines_can_read(loaded):
    (version,) = PDFVersion.objects.all()
    page, *others = copies("article", version.page_id)
    (shown,) = page.context["article"]["pdfs"]
    assert shown["kind"] == "PDF" and shown["address"] in {one.address for one in others}
    assert page.context["article"]["title"] in read(default_storage.path(version.file), "pdf")["text"]


def test_d8_a_past_event_is_heard_and_read(loaded):
    event = EventPage.objects.get(language="en", materials__kind="recording")
    shown = copies("event", event.pk, timezone.now())[0].context["event"]
    assert shown["over"] and shown["transcript_html"] and any(one["player_html"] for one in shown["materials"])


def test_e5_a_show_is_heard_in_two_languages_and_is_a_podcast_that_directories_take(loaded):
    assert {show.language for show in ShowPage.objects.all()} == {"en", "ur"}
    for show in ShowPage.objects.all():
        page, podcast = copies("show", show.pk, timezone.now())
        assert len(page.context["episodes"]) == 3, show.language
        channel = ElementTree.fromstring(podcast.body).find("channel")
        assert channel.findtext("language") == show.language
        enclosures = [item.find("enclosure").attrib for item in channel.findall("item")]
        assert [one["type"] for one in enclosures] == ["audio/mpeg"] * 3
        assert all(0 < int(one["length"]) < 60_000 for one in enclosures)


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
    assert current(MembersPage.objects.get(title="Our board")) == "/about/board/"


def test_what_is_not_ready_is_live_nowhere(loaded):
    kept_back = ArticlePage.objects.not_live()
    assert kept_back.count() == sum(article.state != "live" for article in texts.articles())
    assert not Address.objects.filter(page__in=kept_back).exists()
    assert all(article.first_published_at is None and not article.listings.exists() for article in kept_back)


def test_e1_every_language_has_media_coverage_that_says_whose_it_is(loaded):
    for section in MediaPage.objects.all():
        (found, *_) = copies("media-section", section.pk, timezone.now())
        assert found.context["articles"] and len(found.context["feeds"]) == 2, section.language
    piece = CoveragePage.objects.get(language="en", headline="The institute that counts lorries")
    assert piece.title.startswith("Nilgun Institute in The Anchorage Gazette: Weekend supplement, ")


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
    assert MembersPage.objects.filter(original=MembersPage.objects.get(title="Our board").page_ptr).count() == 3


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
