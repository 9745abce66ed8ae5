"""Feeds: the newest of all sections, whole, in each language."""

from datetime import timedelta
from xml.etree import ElementTree

import orjson
import pytest

from communique.content.models import Organisation, Person
from tests.content.stories import FIRST, article, block, copies, picture

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


def _feeds(language="en"):
    atom, json = copies("feed", language)
    return ElementTree.fromstring(atom.body), orjson.loads(json.body), (atom, json)


def test_each_language_has_its_feeds_at_its_own_addresses():
    assert [one.address for one in _feeds("en")[2]] == ["/feed.atom", "/feed.json"]
    assert [one.address for one in _feeds("ur")[2]] == ["/ur/feed.atom", "/ur/feed.json"]


def test_a_feed_carries_whole_texts_with_addresses_that_work_elsewhere():
    linked = article("Grain")
    words = f'<p>Gas &amp; <a id="{linked.pk}" linktype="page">grain</a></p>'
    article("Ports", days=1, body=[block("paragraph", words)], author=Person.objects.create(name="Amina"))
    atom, json, _ = _feeds()
    first = atom.find(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "Ports"
    assert first.findtext(f"{ATOM}author/{ATOM}name") == "Amina"
    assert 'href="http' in first.findtext(f"{ATOM}content") and "/research/grain/" in first.findtext(f"{ATOM}content")
    assert json["items"][0]["content_html"] == first.findtext(f"{ATOM}content")
    assert json["version"].endswith("/1.1")


def test_an_entry_keeps_its_name_when_its_title_and_address_change():
    page = article("Ports")
    before = _feeds()[1]["items"][0]
    page.title, page.slug = "Harbours", "harbours"
    page.save_revision().publish()
    after = _feeds()[1]["items"][0]
    assert before["id"] == after["id"] and before["url"] != after["url"]


def test_an_entry_from_a_former_site_keeps_the_name_that_feed_readers_know():
    article("Ports", guid="https://old.example/?p=7")
    assert _feeds()[1]["items"][0]["id"] == "https://old.example/?p=7"


def test_a_feed_ends_after_twenty_and_is_dated_by_its_newest_change():
    Organisation.objects.create(name="Institute")
    for day in range(22):
        article(f"Article {day}", days=day)
    article("Old, mended", updated=FIRST + timedelta(days=400), days=21)
    atom, json, _ = _feeds()
    assert len(json["items"]) == len(atom.findall(f"{ATOM}entry")) == 20
    assert atom.findtext(f"{ATOM}updated").startswith("2025-02-04")
    assert atom.findtext(f"{ATOM}title") == "Institute"


def test_signs_that_xml_cannot_hold_do_not_break_a_feed():
    article("Ports\x08 & \x0b <grain>")
    assert _feeds()[0].find(f"{ATOM}entry").findtext(f"{ATOM}title") == "Ports &  <grain>"


def test_a_feed_brings_along_the_files_that_it_shows():
    article("Ports", lead_picture=picture(alt_text="A harbour"))
    _, json, printed = _feeds()
    assert "srcset" not in json["items"][0]["content_html"]
    assert printed[0].media and json["items"][0]["image"].startswith("http")
