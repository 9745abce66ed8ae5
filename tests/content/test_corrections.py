"""The page of corrections, and its feeds. Row A14."""

from xml.etree import ElementTree

import orjson
import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.models import PageViewRestriction

from communique.content import amendments
from communique.content.amendments import Classed
from communique.content.models import Amendment, Leaf, PlainPage
from communique.content.models.amendments import Kind

from .stories import article, copies, copy, home, section

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def told(page, kind="correction"):
    """A change of a page as it would have been told to readers."""
    page.title = f"{page.title}!"
    page.classed = Classed(kind, wrong="Forty.", right="Four.", note="Because.")
    page.save_revision().publish()
    return page


def listed(language="en"):
    return [one["title"] for one in copy("corrections", language).context["corrections"]]


def test_a14_corrections_and_retractions_are_listed_and_updates_and_typos_are_not():
    for kind in Kind.values:
        told(article(kind), kind)
    assert listed() == ["retraction!", "correction!"]


def test_a14_each_language_has_its_own():
    told(article("Ports"))
    told(article("بندرگاہیں", language="ur", under=section("تحقیق", "ur")))
    assert (listed("en"), listed("ur")) == (["Ports!"], ["بندرگاہیں!"])
    assert copy("corrections", "ur").address == "/ur/corrections/"


def test_a14_the_page_is_there_before_there_is_anything_on_it_where_there_is_a_home():
    home("en")
    assert copy("corrections", "en").context["corrections"] == []
    assert copies("corrections", "ru") == []


def test_a14_what_is_hidden_is_not_told_of():
    page, other = told(article("Ports")), told(article("Grain"))
    page.unpublish()
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert listed() == []


def test_a14_the_list_is_numbered_from_the_oldest():
    page, now = article("Ports"), timezone.now()
    for number in range(45):
        row = Amendment(page=page, kind="correction", wrong=str(number), language="en", published=now)
        row.save()
        amendments._put_out(row, now)
    newest = copy("corrections", "en").context
    assert len(newest["corrections"]) == 25 and newest["corrections"][0]["wrong"] == "44"
    (oldest,) = copies("older page", Leaf.objects.get(shelf="corrections:en").pk)
    assert oldest.address == "/corrections/page/1/"
    assert [one["wrong"] for one in oldest.context["corrections"]] == [str(n) for n in range(19, -1, -1)]


def test_a14_no_page_can_have_the_address_of_the_list():
    with pytest.raises(ValidationError, match="already the address"):
        home().add_child(instance=PlainPage(title="Corrections"))


def test_a14_the_feeds_tell_what_was_wrong_and_what_is_right():
    told(article("Ports & <docks>"))
    atom, json = copies("corrections feed", "en")
    assert (atom.address, json.address) == ("/corrections/feed.atom", "/corrections/feed.json")
    entry = ElementTree.fromstring(atom.body).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Correction: Ports & <docks>!"
    assert "<dd>Forty.</dd>" in entry.findtext(f"{ATOM}content")
    (only,) = orjson.loads(json.body)["items"]
    assert only["id"] == entry.findtext(f"{ATOM}id") and "#correction-" in only["url"]


def test_a14_a_retracted_page_says_so_to_search_engines():
    frame = copy("article", told(article("Ports"), "retraction")).context["frame"]
    assert frame["title"].startswith("Retracted: Ports!") and frame["robots"] == "nosnippet"


def test_a14_a_retracted_page_leaves_the_feeds():
    told(article("Ports"), "retraction")
    assert orjson.loads(copies("feed", "en")[1].body)["items"] == []
