"""What stood elsewhere first says so, to readers and to machines. Row J8."""

from datetime import date

import pytest

from communique.content import gate
from tests.content.gate.manuscript import names, sound
from tests.content.stories import NOW, article, copies
from tests.syndication.test_schema_org import Page

pytestmark = pytest.mark.django_db

ELSEWHERE = {
    "origin": "Caspian Quarterly",
    "origin_link": "https://quarterly.example/9/",
    "origin_date": date(2024, 1, 1),
    "permission": "With the permission of its editors.",
}


def printed(**fields):
    return copies("article", article("Ports", **fields).pk)[0].context


def test_j8_readers_are_told_who_had_it_first_where_and_when():
    told = printed(**ELSEWHERE)["article"]["origin"]
    assert (told["name"], told["address"]) == ("Caspian Quarterly", "https://quarterly.example/9/")
    assert (told["iso"], told["date"]) == ("2024-01-01", "1 January 2024")
    assert told["permission"] == "With the permission of its editors."


def test_j8_search_engines_are_led_to_the_original():
    frame = printed(**ELSEWHERE)["frame"]
    assert frame["original"] == "https://quarterly.example/9/"
    assert frame["canonical"].endswith("/research/ports/")


def test_j8_machines_are_told_what_it_is_based_on():
    page = Page("article", article("Ports", **ELSEWHERE))
    assert page.node("Article")["isBasedOn"] == {
        "@type": "CreativeWork",
        "url": "https://quarterly.example/9/",
        "datePublished": "2024-01-01",
        "publisher": {"@type": "Organization", "name": "Caspian Quarterly"},
    }
    assert page.tree.css_first("link[rel=canonical]").attributes["href"] == "https://quarterly.example/9/"
    assert page.tree.css_first(".origin").text(strip=False).strip().startswith("First published by Caspian Quarterly")


def test_j8_what_is_ours_says_nothing():
    context = printed()
    assert context["article"]["origin"] is None and context["frame"]["original"] == ""


def test_j8_what_only_paper_had_has_no_link_and_our_page_is_the_one_to_find():
    context = printed(origin="Harbour News")
    assert context["article"]["origin"]["address"] == "" and context["frame"]["original"] == ""


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"origin_link": "https://quarterly.example/9/"}, "nobodys_original"),
        ({"permission": "Thanks."}, "nobodys_original"),
        ({**ELSEWHERE, "origin_date": date(2099, 1, 1)}, "younger_original"),
    ],
)
def test_j8_half_an_original_is_refused_with_what_would_do(fields, rule):
    assert {name.rpartition(".")[2] for name in names(sound(**fields))} == {rule}
    finding = next(iter(gate.judge(sound(title="Another", **fields), NOW).findings))
    assert finding.remedy


def test_j8_a_whole_one_passes():
    assert not names(sound(**ELSEWHERE))
