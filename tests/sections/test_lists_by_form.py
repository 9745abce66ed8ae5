"""Each form of publication has a list and feeds of its own; what stands in none isn't printed. Rows C1, C10."""

from importlib import import_module
from types import SimpleNamespace

import orjson
import pytest
from django.apps import apps
from django.db import connection

from communique.content.models import Leaf, Listing
from communique.publishing import addresses
from communique.sections.articles import forms
from communique.sections.articles.models import ArticlesPage, ArticleType
from tests.content.stories import article, copies, section

pytestmark = pytest.mark.django_db


def of(form):
    return ArticleType.objects.filter(form=form).first() or ArticleType.objects.create(name=form.title(), form=form)


def listed(form, under=None):
    found = copies("articles-of-a-form", f"{(under or section()).pk}:{form}")
    return {one.address: [card["title"] for card in one.context["articles"]] for one in found}


def feeds(form):
    return {one.address: one for one in copies("feeds-of-a-form", f"{section().pk}:{form}")}


def ways(current=""):
    where = f"~articles-by-form/{section().pk}" + (f"/{current}" if current else "")
    (found,) = [one for one in copies("articles-by-form", section().pk) if one.address == where]
    return [(one["title"], one["address"], one["current"]) for one in found.context["forms"]]


@pytest.mark.parametrize("form", forms.FORMS.values(), ids=forms.FORMS)
def test_c1_each_form_has_a_list_and_feeds_below_its_section(form):
    article("Ports", article_type=of(form.name))
    article("Grain", article_type=of("article" if form.name != "article" else "paper"), days=1)
    here = f"/research/{form.division.segment}/"
    assert listed(form.name) == {here: ["Ports"]}
    told = feeds(form.name)
    assert list(told) == [f"{here}feed.atom", f"{here}feed.json"]
    assert [one["title"] for one in orjson.loads(told[f"{here}feed.json"].body)["items"]] == ["Ports"]


def test_c1_a_form_of_which_there_is_nothing_has_no_page_and_no_way():
    article("Ports", article_type=of("report"))
    article("Untyped")
    assert listed("paper") == feeds("paper") == {}
    assert ways() == [("Research", "/research/", True), ("Reports", "/research/reports/", False)]
    assert ways("report")[1][2]


def test_c1_a_section_without_forms_shows_no_ways():
    article("Untyped")
    assert ways() == []


def test_c1_a_list_is_called_in_the_language_of_its_section():
    under = section("تحقیق", "ur")
    article("بندرگاہ", article_type=of("report"), under=under)
    (found,) = copies("articles-of-a-form", f"{under.pk}:report")
    assert (found.context["section"]["title"], found.language) == ("رپورٹیں", "ur")
    assert found.address == f"{addresses.proposal(under)}reports/"


def test_c1_the_type_of_an_article_leads_to_the_list_of_its_form():
    page = article("Ports", article_type=of("report"))
    told = copies("article", page.pk)[0].context["article"]["type"]
    assert told["address"] == "/research/reports/"


def test_c1_older_pages_are_numbered_from_the_oldest():
    for number in range(41):
        article(f"Report {number}", article_type=of("report"), days=number)
    leaf = Leaf.objects.get(shelf=f"form:{section().pk}:report")
    (older,) = copies("older page", leaf.pk)
    assert older.address == "/research/reports/page/1/" and len(older.context["articles"]) == 20
    assert older.context["articles"][-1]["title"] == "Report 0"
    assert len(listed("report")["/research/reports/"]) == 21


def test_c1_a_type_that_changes_its_form_takes_its_articles_along():
    kind = of("report")
    article("Ports", article_type=kind)
    kind.form = "paper"
    kind.save()
    assert listed("report") == {} and listed("paper") == {"/research/papers/": ["Ports"]}


def test_c10_statements_have_a_list_and_stay_out_of_the_newest():
    article("We protest", article_type=of("statement"))
    assert listed("statement") == {"/research/statements/": ["We protest"]}
    assert not Listing.objects.filter(shelf__startswith="newest:articles.articlepage").exists()


def test_c1_no_article_can_have_the_address_of_a_list():
    assert all(addresses.kept_below(ArticlesPage, one.division.segment) for one in forms.FORMS.values())


def test_c1_articles_of_an_older_database_are_put_into_the_lists_of_their_forms():
    for number in range(41):
        article(f"Report {number}", article_type=of("report"), days=number)
    made = set(Listing.objects.values_list("page_id", "shelf", "published", "year", "month"))
    Listing.objects.filter(shelf__startswith="form:").delete()
    Leaf.objects.filter(shelf__startswith="form:").delete()
    migration = import_module("communique.sections.articles.migrations.0010_lists_of_forms")
    for _ in range(2):
        migration.file(apps, SimpleNamespace(connection=connection))
    assert set(Listing.objects.values_list("page_id", "shelf", "published", "year", "month")) == made
    assert Leaf.objects.filter(shelf=f"form:{section().pk}:report").count() == 1
