"""Series: an order of texts, with a page of their own. Row A20."""

import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from communique.content.models import Amendment
from communique.sections.series.models import SeriesPage, SeriesPart
from tests.content.stories import article, copies, copy, home, section

pytestmark = pytest.mark.django_db


def series(title="Corridors", *parts, **fields):
    page = SeriesPage(title=title, introduction="<p>What it is about.</p>", **fields)
    page.parts = [SeriesPart(part=part.page_ptr, sort_order=place) for place, part in enumerate(parts)]
    return home(fields.get("language", "en")).add_child(instance=page)


@pytest.fixture
def three():
    """Written in another order than they are to be read in."""
    return [article(title, days=day) for title, day in (("One", 5), ("Two", 1), ("Three", 3))]


def place(page):
    return copy("article", page).context["series"]


def test_a20_a_part_says_where_it_stands_and_leads_to_the_others(three):
    own = series("Corridors", *three)
    told = place(three[1])
    assert (told["title"], told["address"], told["number"], told["total"]) == ("Corridors", own.address, 2, 3)
    assert [(part["title"], part["current"]) for part in told["parts"]] == [
        ("One", False),
        ("Two", True),
        ("Three", False),
    ]


def test_a16_before_and_after_a_part_stand_the_parts_before_and_after(three):
    series("Corridors", *three)
    beside = [copy("article", page).context["beside"] for page in three]
    titles = [[one[way] and one[way]["title"] for way in ("previous", "next")] for one in beside]
    assert titles == [[None, "Two"], ["One", "Three"], ["Two", None]]
    assert {one["within"] for one in beside} == {"series"}


def test_a20_its_page_lists_the_parts_in_the_editors_order(three):
    own = series("Corridors", *three)
    printed = copy("series", own)
    assert printed.address == "/corridors/"
    assert [part["title"] for part in printed.context["parts"]] == ["One", "Two", "Three"]
    own.parts = [SeriesPart(part=page.page_ptr, sort_order=at) for at, page in enumerate(reversed(three))]
    own.save()
    assert [part["title"] for part in copy("series", own).context["parts"]] == ["Three", "Two", "One"]


def hide_as_draft(page):
    page.unpublish()


def hide_as_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type="login")


def hide_as_retracted(page):
    Amendment.objects.create(page=page, kind="retraction", language="en", standing=True, published=page.published)
    page.save()


@pytest.mark.parametrize("hide", [hide_as_draft, hide_as_private, hide_as_retracted])
def test_a20_a_part_that_readers_cannot_rely_on_is_not_shown(three, hide):
    own = series("Corridors", *three)
    hide(three[1])
    assert [part["title"] for part in copy("series", own).context["parts"]] == ["One", "Three"]
    told = place(three[2])
    assert (told["number"], told["total"]) == (2, 2)
    assert [part["title"] for part in told["parts"]] == ["One", "Three"]
    assert [copy.context["series"] for copy in copies("article", three[1].pk)] in ([], [None])


def test_a_series_that_is_a_draft_is_nowhere(three):
    own = series("Corridors", *three, live=False)
    assert place(three[0]) is None and copies("series", own.pk) == []


def test_an_empty_series_says_so():
    assert copy("series", series()).context["parts"] == []


def test_its_translations_are_named_as_of_any_page(three):
    own = series("Corridors", *three)
    urdu = series("راہداریاں", language="ur", original=own.page_ptr)
    assert [one["language"] for one in copy("series", own).context["frame"]["translations"]] == ["ur"]
    assert [one["language"] for one in copy("series", urdu).context["frame"]["translations"]] == ["en"]


def test_a_copy_of_a_series_begins_empty(three):
    copied = series("Corridors", *three).copy(update_attrs={"slug": "again", "title": "Again"})
    assert copied.parts.count() == 0


def posted(*parts):
    sent = {"title": "Corridors", "slug": "corridors", "introduction": "null", "language": "en", "action-publish": "1"}
    sent |= {"parts-INITIAL_FORMS": "0", "parts-TOTAL_FORMS": str(len(parts)), "comments-TOTAL_FORMS": "0"}
    sent |= {"comments-INITIAL_FORMS": "0", "search_description": ""}
    for at, part in enumerate(parts):
        sent |= {f"parts-{at}-part": str(part.pk), f"parts-{at}-ORDER": str(at + 1), f"parts-{at}-id": ""}
    return sent


@pytest.fixture
def begin(client, hamid):
    """Begin a series at the desk with these parts; answers what the desk says."""
    client.force_login(hamid)
    address = reverse("wagtailadmin_pages:add", args=["series", "seriespage", home().pk])
    return lambda *parts: client.post(address, posted(*parts), follow=True).content.decode()


def test_editors_choose_and_order_parts_at_the_desk(begin, three):
    begin(three[2], three[0])
    own = SeriesPage.objects.get(live=True)
    assert [str(one.part) for one in own.parts.all()] == ["Three", "One"]
    assert copy("series", own).address == "/corridors/"


def test_parts_are_chosen_among_pages_with_a_date(client, hamid):
    client.force_login(hamid)
    form = client.get(reverse("wagtailadmin_pages:add", args=["series", "seriespage", home().pk])).content.decode()
    assert '"modelNames": ["articles.articlepage"' in form


def test_what_can_be_no_part_is_refused_with_what_would_do(begin, three):
    urdu = article("گیس", language="ur")
    told = begin(three[0], three[0], urdu, section())
    assert "“One” stands in this series already" in told
    assert "“گیس” is in another language (اردو) than the series. Choose its translation." in told
    assert "can’t be a part: choose an article" in told or "can&#x27;t be a part: choose an article" in told
    assert not SeriesPage.objects.exists()


def test_a_text_is_a_part_of_one_series(begin, three):
    series("Borders", three[0])
    told = begin(three[0])
    assert "is a part of the series “Borders” already. Take it out there first." in told
