"""Key findings: one list, shown above the text and used wherever an article is told in short. Row A18."""

from __future__ import annotations

import orjson
import pytest
from selectolax.lexbor import LexborHTMLParser

from communique.publishing.rendering import Rendering
from communique.sections.articles.cards import card
from communique.sections.articles.findings import listed
from tests.content.gate.manuscript import found, names, sound
from tests.content.stories import article, asking, copies, copy

FOUND = "• Two ports weigh the same lorry.\n\n- A register would save <b>a day</b>.\n۳. Nobody keeps one."
LINES = ("Two ports weigh the same lorry.", "A register would save <b>a day</b>.", "Nobody keeps one.")


def test_a18_each_line_is_a_finding_without_the_signs_of_a_list():
    assert listed(FOUND) == LINES
    assert listed(" \n\n") == () and listed("2019 was dry.\n-3 degrees") == ("2019 was dry.", "-3 degrees")


@pytest.mark.django_db
def test_a18_they_stand_in_a_box_above_the_text():
    told = copy("article", article("Ports", findings=FOUND))
    html = Rendering.of_site().render(told.template, told.context, language="en")
    tree = LexborHTMLParser(html if isinstance(html, str) else html.decode())
    assert [one.text() for one in tree.css('section[aria-labelledby="findings"] li')] == list(LINES)
    assert tree.css_first("#findings").text() == "Key findings"
    assert tree.html.index('id="findings"') < tree.html.index('class="prose"')


@pytest.mark.django_db
def test_a18_an_article_without_them_shows_no_box():
    told = copy("article", article("Ports"))
    assert 'id="findings"' not in str(Rendering.of_site().render(told.template, told.context, language="en"))


@pytest.mark.django_db
def test_a18_they_speak_for_the_article_where_it_has_no_standfirst():
    page = article("Ports", findings=FOUND)
    assert card(asking(), page.pk)[0]["standfirst"] == LINES[0]
    assert copy("article", page).context["frame"]["description"] == " ".join(LINES)
    feed = next(one for one in copies("feed", "en") if one.address.endswith(".json"))
    (entry,) = orjson.loads(feed.body)["items"]
    assert entry["summary"] == " ".join(LINES)
    assert "<li>A register would save &lt;b&gt;a day&lt;/b&gt;.</li>" in entry["content_html"]


@pytest.mark.django_db
def test_a18_a_standfirst_goes_before_them():
    page = article("Ports", findings=FOUND, standfirst="What a register is for.")
    assert card(asking(), page.pk)[0]["standfirst"] == "What a register is for."
    assert copy("article", page).context["frame"]["description"] == "What a register is for."


@pytest.mark.django_db
def test_a18_the_gate_warns_of_too_many_and_too_long_ones_and_asks_for_no_standfirst_beside_them():
    assert found(sound(findings="Two ports weigh the same lorry.", standfirst="")) == []
    assert names(sound(standfirst="")) == {"ArticlePage.no_standfirst"}
    (many,) = found(sound(findings="\n".join(f"Finding {number} of eight." for number in range(8))))
    assert "8 key findings" in str(many.said)
    (long,) = found(sound(findings=f"Short.\n{'A long one. ' * 30}"))
    assert str(long.said).startswith("Finding 2 has 35")
