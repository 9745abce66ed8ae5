"""Articles as they are printed."""

import pytest

from communique.content.models import Person, Topic
from communique.sections.articles.models import ArticleType, ArticleTypeText, Contributor, Disclaimer
from tests.content.stories import article, block, copies, copy, heading, home, picture, section

pytestmark = pytest.mark.django_db


def test_a2_an_article_says_who_wrote_it_and_where_they_belonged_then():
    amina = Person.objects.create(name="Amina Rahman", affiliation="Elsewhere now")
    page = article("Ports")
    page.contributors = [Contributor(person=amina, role="author", affiliation="Institute then")]
    page.save()
    (told,) = copy("article", page).context["article"]["contributors"]
    assert (told["name"], told["affiliation"], told["address"]) == (
        "Amina Rahman",
        "Institute then",
        "/people/amina-rahman/",
    )


def test_a3_the_date_that_readers_see_is_fixed_at_first_publication():
    page = article("Ports", published=None)
    first = page.published
    assert first is not None
    page.get_latest_revision_as_object().save_revision().publish()
    page.refresh_from_db()
    assert page.published == first


def test_neighbours_are_by_date_in_the_section_and_absent_at_the_ends():
    first, second, third = (article(title, days=day) for day, title in enumerate(("One", "Two", "Three")))
    told = copy("article", second).context["beside"]
    assert (told["within"], told["previous"]["title"], told["next"]["title"]) == ("date", "One", "Three")
    ends = [copy("article", page).context["beside"] for page in (first, third)]
    assert ends[0]["previous"] is None and ends[1]["next"] is None


def test_a5_the_disclaimer_is_that_of_the_type_in_the_articles_language():
    opinion = ArticleType.objects.create(name="Opinion")
    ArticleTypeText.objects.create(article_type=opinion, language="ur", name="رائے")
    Disclaimer.objects.create(article_type=opinion, language="en", text="<p>The author's own.</p>")
    Disclaimer.objects.create(article_type=opinion, language="ur", text="<p>مصنف کی رائے</p>")
    english, urdu = article("Ports", article_type=opinion), article("گیس", language="ur", article_type=opinion)
    assert "The author's own" in copy("article", english).context["article"]["type"]["disclaimer_html"]
    assert copy("article", urdu).context["article"]["type"]["name"] == "رائے"


def test_a_draft_is_in_no_list_and_prints_nothing():
    draft = article("Ports", live=False)
    assert copies("article", draft.pk) == []
    assert copy("section", section()).context["articles"] == []
    assert copy("recent-articles", "en").context["articles"] == []


def test_a_link_to_a_draft_is_plain_text_until_it_is_published():
    draft = article("Grain", live=False)
    page = article("Ports", body=[block("paragraph", f'<p>See <a id="{draft.pk}" linktype="page">grain</a>.</p>')])
    assert "<p>See grain.</p>" in copy("article", page).context["article"]["body_html"]
    draft.save_revision().publish()
    assert 'href="/research/grain/"' in copy("article", page).context["article"]["body_html"]


def test_an_article_under_a_private_section_is_nowhere():
    from wagtail.models import PageViewRestriction

    page = article("Ports")
    PageViewRestriction.objects.create(page=section(), restriction_type="login")
    assert copies("article", page.pk) == []
    assert copy("recent-articles", "en").context["articles"] == []


def test_b4_the_newest_stand_first_in_each_language():
    for day in range(7):
        article(f"Article {day}", days=day)
    article("گیس", language="ur")
    assert [one["title"] for one in copy("recent-articles", "en").context["articles"]] == [
        f"Article {day}" for day in (6, 5, 4, 3, 2)
    ]
    assert [one["title"] for one in copy("recent-articles", "ur").context["articles"]] == ["گیس"]
    assert "~recent-articles/en" in copy("home", home()).context["includes"]


def test_the_lead_picture_says_what_the_article_says_of_it_before_what_the_library_says():
    shown = picture(alt_text="A harbour", credit="Bilal", caption="<p>At dusk</p>")
    plain = copy("article", article("Ports", lead_picture=shown)).context["article"]["lead"]
    assert (plain["alt"], plain["credit"], plain["caption_html"]) == ("A harbour", "Bilal", "At dusk")
    own = copy("article", article("Grain", lead_picture=shown, lead_alt="Silos", lead_credit="Sana"))
    assert (own.context["article"]["lead"]["alt"], own.context["article"]["lead"]["credit"]) == ("Silos", "Sana")


def test_an_article_carries_its_headings_topics_and_expiry():
    from datetime import UTC, datetime

    gone = datetime(2030, 1, 1, tzinfo=UTC)
    gas = Topic.objects.create(title="Gas")
    page = article("Ports", body=[heading("Harbours")], topics=[gas], expire_at=gone)
    printed = copy("article", page)
    assert printed.expires == gone
    assert printed.context["article"]["headings"] == [{"text": "Harbours", "level": 2, "anchor": "harbours"}]
    assert printed.context["article"]["topics"] == [{"title": "Gas", "address": "/topics/gas/"}]
