"""Standing disclaimers: chosen by type, versioned, with the organisation's own name. Row A5."""

import json
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError

from communique.content.models import Organisation, OrganisationText
from communique.sections.articles import disclaimers
from communique.sections.articles.models import ArticleType, ArticleTypeText, Disclaimer
from tests.content.stories import article, copy

pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion():
    return ArticleType.objects.create(name="Opinion")


def standing(page):
    return copy("article", page).context["article"]["type"]["disclaimer_html"]


def version(kind, text, since=None, language="en"):
    return Disclaimer.objects.create(article_type=kind, language=language, since=since, text=f"<p>{text}</p>")


def named(name, **texts):
    record = Organisation.load()
    record.name = name
    record.save()
    for language, said in texts.items():
        place = {"organisation": record, "language": language}
        OrganisationText.objects.update_or_create(**place, defaults={"name": said})


def test_a5_an_article_shows_the_version_that_held_when_it_was_published(opinion):
    version(opinion, "The first.")
    version(opinion, "The second.", date(2024, 6, 1))
    version(opinion, "Not yet.", date(2030, 1, 1))
    before = article("Before", article_type=opinion, published=datetime(2024, 5, 31, 12, tzinfo=UTC))
    since = article("Since", article_type=opinion, published=datetime(2024, 6, 1, 12, tzinfo=UTC))
    assert standing(before) == "<p>The first.</p>"
    assert standing(since) == "<p>The second.</p>"


def test_a_day_is_the_organisations_own(opinion, settings):
    settings.TIME_ZONE = "Asia/Karachi"
    version(opinion, "The first.")
    version(opinion, "The second.", date(2024, 6, 1))
    late = article("Late", article_type=opinion, published=datetime(2024, 5, 31, 20, tzinfo=UTC))
    assert standing(late) == "<p>The second.</p>"


def test_an_article_from_before_the_first_version_has_none(opinion):
    version(opinion, "Later.", date(2025, 1, 1))
    assert standing(article("Early", article_type=opinion)) == ""


def test_a5_the_organisation_is_named_in_the_articles_language(opinion):
    named("The <b>Institute</b>", ur="ادارہ")
    version(opinion, "Not the view of {organisation}.")
    version(opinion, "یہ {organisation} کی رائے نہیں۔", language="ur")
    english, urdu = article("Ports", article_type=opinion), article("گیس", language="ur", article_type=opinion)
    assert standing(english) == "<p>Not the view of <bdi>The &lt;b&gt;Institute&lt;/b&gt;</bdi>.</p>"
    assert standing(urdu) == "<p>یہ <bdi>ادارہ</bdi> کی رائے نہیں۔</p>"
    named("The Centre")
    assert "<bdi>The Centre</bdi>" in standing(english)


@pytest.mark.parametrize("written", ["{organization}", "{ organisation }", "{Organisation}", "{name}"])
def test_a5_an_unknown_place_is_refused_with_what_would_do(opinion, written):
    wrong = Disclaimer(article_type=opinion, language="en", text=f"<p>Not the view of {written}.</p>")
    with pytest.raises(ValidationError) as refused:
        wrong.full_clean()
    (said,) = refused.value.message_dict["text"]
    assert written in said and "Write {organisation}" in said


def test_of_versions_the_last_one_begun_holds():
    held = [SimpleNamespace(since=day, text=str(day)) for day in (date(2024, 1, 1), None, date(2025, 1, 1))]
    assert disclaimers.holding(held, date(2024, 1, 1)) == "2024-01-01"
    assert disclaimers.holding(held, date(2023, 12, 31)) == "None"
    assert disclaimers.holding(held, None) == "2025-01-01"
    assert disclaimers.holding([], None) == ""


def posted(opinion, *versions):
    """The form of a type as the desk sends it."""
    sent = {"name": opinion.name, "slug": opinion.slug, "form": "opinion", "described_as": "OpinionNewsArticle"}
    sent |= {f"texts-{name}": "0" for name in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")}
    sent |= {"disclaimers-INITIAL_FORMS": "0", "disclaimers-TOTAL_FORMS": str(len(versions))}
    for at, (since, text) in enumerate(versions):
        line = {"key": "a", "type": "unstyled", "text": text, "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
        blocks = json.dumps({"blocks": [line], "entityMap": {}})
        row = {"language": "en", "since": since, "text": blocks, "id": "", "DELETE": ""}
        sent |= {f"disclaimers-{at}-{name}": value for name, value in row.items()}
    return sent


def test_editors_keep_versions_at_the_desk(client, hamid, opinion):
    client.force_login(hamid)
    address = f"/desk/snippets/articles/articletype/edit/{opinion.pk}/"
    client.post(address, posted(opinion, ("", "The first."), ("2024-06-01", "The second, of {organisation}.")))
    assert [str(one.since) for one in Disclaimer.objects.order_by("pk")] == ["None", "2024-06-01"]
    assert ArticleType.objects.get().described_as == "OpinionNewsArticle"


@pytest.mark.parametrize(
    ("since", "said"),
    [("", "from the beginning"), ("2024-06-01", "duplicate data for article_type")],
)
def test_two_versions_of_one_day_are_refused_beside_the_second(client, hamid, opinion, since, said):
    client.force_login(hamid)
    address = f"/desk/snippets/articles/articletype/edit/{opinion.pk}/"
    told = client.post(address, posted(opinion, (since, "The first."), (since, "The second."))).content.decode()
    assert said in told
    assert "The second." in told, "what was written is kept"
    assert not Disclaimer.objects.exists()


def test_the_name_of_a_type_stays_where_it_was(opinion):
    ArticleTypeText.objects.create(article_type=opinion, language="en", name="Views")
    assert copy("article", article("Ports", article_type=opinion)).context["article"]["type"]["name"] == "Views"
