"""The desk's first page: where to begin."""

import pytest

from communique.content.models import Organisation
from communique.content.welcome import ways

from .stories import home, section

pytestmark = pytest.mark.django_db


def test_each_section_offers_a_new_article_in_its_language(hamid):
    hamid.is_superuser = True
    research = section("Research")
    section("تحقیق", "ur")
    assert [(way.kind, way.section, way.language) for way in ways(hamid)] == [
        ("article", "Research", "en"),
        ("article", "تحقیق", "ur"),
    ]
    assert ways(hamid)[0].address == f"/desk/pages/add/articles/articlepage/{research.pk}/"


def test_nobody_is_offered_what_they_may_not_do(sana):
    section("Research")
    assert ways(sana) == []


def test_a_new_site_is_asked_for_its_name_until_it_has_one(desk):
    home()
    assert "name the organisation" in desk.get("/desk/").content.decode()
    organisation = Organisation.load()
    organisation.name = "Institute of Ports"
    organisation.save()
    assert "name the organisation" not in desk.get("/desk/").content.decode()


def test_the_home_pages_of_all_languages_stand_side_by_side_and_that_is_said(desk):
    home("ur")
    told = desk.get("/desk/pages/").content.decode()
    assert "one home page for each language" in told and "not be accessible" not in told


def test_somebody_new_is_added_where_a_contributor_is_chosen(desk):
    place = "/desk/snippets/choose/content/person/"
    assert "Someone new" in desk.get(place, headers={"X-Requested-With": "XMLHttpRequest"}).content.decode()
    made = desk.post(f"{place}create/", {"name": "Nargis", "role": "", "affiliation": ""})
    assert made.json()["step"] == "chosen" and made.json()["result"]["string"] == "Nargis"


def test_topics_are_boxes_so_that_no_click_loses_the_others(desk):
    told = desk.get(f"/desk/pages/add/articles/articlepage/{section().pk}/").content.decode()
    assert "data-many-of" in told and 'select name="topics"' not in told
