"""Forms of publication: what each has of its own, what the gate wants, what machines are told. Rows C1, C10, J8."""

from datetime import date
from importlib import import_module
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from communique.content import lists
from communique.content.models import Period, Person, Topic
from communique.sections.articles import forms
from communique.sections.articles.models import ArticlesPage, ArticleType, Disclaimer
from communique.syndication import feeds
from tests.content.gate.manuscript import names, sound
from tests.content.stories import article, asking, copies, copy, section
from tests.syndication.test_schema_org import Page

pytestmark = pytest.mark.django_db

FILLED = {
    "abstract": "Queues are older than ports.",
    "recommendations": "Publish the register.\n\nKeep it.",
    "number": "Report 7",
    "edition": "Second edition",
    "isbn": "978-3-16-148410-0",
    "page_count": 84,
    "doi": "10.1000/ports<7>",
    "keywords": "ports, queues",
    "jel": "F15, O19",
    "issued_at": "Gwadar",
    "signatories": "The Harbour League\nThe Quay Union",
}
SEEN = {
    **FILLED,
    **{"recommendations": "Publish the register.", "keywords": "queues", "jel": "O19", "signatories": "The Quay Union"},
}
ELSEWHERE = {"origin": "Harbour News", "origin_link": "https://news.example/7", "origin_date": date(2024, 1, 1)}


def of(form, **fields):
    return ArticleType.objects.create(name=form.title(), form=form, **fields)


def page_of(form, described_as="Article", **fields):
    author = Person.objects.create(name="Amina Rahman")
    kind = of(form, described_as=described_as)
    return Page("article", article("Ports", author=author, article_type=kind, **{**FILLED, **fields}).pk)


def rules(page):
    return {name.rpartition(".")[2] for name in names(page)}


@pytest.mark.parametrize("form", forms.FORMS.values(), ids=forms.FORMS)
def test_c1_readers_see_what_the_form_has_and_nothing_written_for_another(form):
    shown = page_of(form.name).tree.css_first("main").text()
    seen = {name for name, value in SEEN.items() if str(value) in shown}
    assert seen == set(form.fields)


def test_c1_an_article_without_type_shows_none_of_it():
    html = Page("article", article("Ports", **FILLED).pk).html
    assert not [name for name, value in SEEN.items() if name != "page_count" and str(value) in html]


def test_c1_a_report_is_told_to_machines_by_its_numbers():
    node = page_of("report", "Report").node(["Report", "Book"])
    assert (node["reportNumber"], node["isbn"], node["numberOfPages"]) == ("Report 7", "9783161484100", 84)
    assert node["identifier"][0]["value"] == "10.1000/ports<7>"
    assert node["sameAs"] == "https://doi.org/10.1000/ports%3C7%3E"


def test_c1_catalogues_are_told_how_to_cite_a_report():
    tree = page_of("report").tree
    told = {node.attributes["name"]: node.attributes["content"] for node in tree.css('meta[name^="citation_"]')}
    assert told["citation_title"] == "Ports" and told["citation_author"] == "Amina Rahman"
    assert told["citation_publication_date"] == "2024/01/01"
    assert told["citation_technical_report_number"] == "Report 7"
    assert (told["citation_isbn"], told["citation_doi"]) == ("978-3-16-148410-0", "10.1000/ports<7>")


@pytest.mark.parametrize(("form", "fields"), [("statement", {}), ("opinion", {}), ("report", ELSEWHERE)])
def test_c1_what_is_no_scholarship_or_is_cited_from_elsewhere_has_no_citation(form, fields):
    assert not page_of(form, **fields).tree.css('meta[name^="citation_"]')


def test_c1_a_statement_needs_nobody_and_is_the_organisations_own():
    kind = of("statement")
    draft = sound(article_type=kind)
    draft.contributors = []
    assert rules(draft) == set()
    page = Page("article", article("Ports", article_type=kind, issued_at="Gwadar").pk)
    assert page.node("Article")["author"]["@id"].endswith("#organisation")
    assert page.node("Article")["locationCreated"]["name"] == "Gwadar"
    assert "Gwadar" in page.tree.css_first(".issued").text()


def test_c10_a_campaign_says_what_it_asks_for_and_needs_nobody_named():
    kind = of("campaign")
    draft = sound(article_type=kind)
    draft.contributors = []
    assert rules(draft) == {"nothing_asked_for"}
    tree = Page("article", article("Ports", article_type=kind, recommendations="Publish it.").pk).tree
    assert tree.css_first(".findings__title").text() == "What we ask for"
    assert not tree.css('meta[name^="citation_"]')


def test_j8_an_op_ed_published_elsewhere_says_by_whom_where_and_when():
    kind = of("elsewhere")
    assert names(sound(article_type=kind)) == {"ArticlePage.published_nowhere"}
    assert rules(sound(title="Another", article_type=kind, **ELSEWHERE)) == set()


def test_c1_an_opinion_without_a_disclaimer_that_holds_is_warned_of():
    kind = of("opinion")
    assert rules(sound(article_type=kind)) == {"nobodys_views"}
    Disclaimer.objects.create(article_type=kind, language="en", text="<p>The author’s own.</p>")
    assert rules(sound(title="Another", article_type=kind)) == set()


def test_c1_a_policy_brief_recommends_something():
    kind = of("brief")
    assert rules(sound(article_type=kind)) == {"nothing_recommended"}
    assert rules(sound(title="Another", article_type=kind, recommendations="Publish it.")) == set()


def test_c1_what_was_written_for_another_form_is_said_at_the_gate():
    assert rules(sound(article_type=of("report"), abstract="Of queues.")) == {"written_for_another_type"}


@pytest.mark.parametrize(
    ("field", "wrong"), [("isbn", "978-3-16-148410-1"), ("isbn", "12"), ("doi", "10.1000"), ("doi", "ports/7")]
)
def test_c1_a_name_in_a_register_that_can_not_be_one_is_refused(field, wrong):
    with pytest.raises(ValidationError, match=wrong):
        article("Ports")._meta.get_field(field).clean(wrong, None)


def test_c1_a_paper_is_filed_for_economists_by_its_jel_codes():
    page = page_of("paper")
    filed = [one["termCode"] for one in page.node("Article")["keywords"] if isinstance(one, dict)]
    cited = [node.attributes["content"] for node in page.tree.css('meta[name="citation_keywords"]')]
    assert filed == ["F15", "O19"] and cited == ["ports", "queues", "JEL F15", "JEL O19"]


def test_c1_jel_codes_are_taken_as_they_are_pasted_and_refused_with_what_would_do():
    field = article("Ports")._meta.get_field("jel")
    assert field.clean("JEL: f15; O19", None) == "F15, O19"
    with pytest.raises(ValidationError, match=r"No JEL code: TRADE, F155\. .* like F15; find them at https"):
        field.clean("F15, trade, F155", None)


def test_c1_a_doi_and_an_isbn_are_taken_as_they_are_pasted():
    fields = article("Ports")._meta
    assert fields.get_field("doi").clean("https://doi.org/10.1000/182", None) == "10.1000/182"
    assert fields.get_field("isbn").clean("ISBN 978 3 16 148410 0", None) == "978-3-16-148410-0"
    assert fields.get_field("isbn").clean("0-8044-2957-x", None) == "0-8044-2957-X"


def test_c1_the_desk_knows_which_fields_a_type_has():
    from communique.sections.articles.type_choice import TypeChoice

    kind = of("report")
    told = TypeChoice().get_context("article_type", None, {})["widget"]["attrs"]["data-own-fields"]
    assert f'"{kind.pk}": ["number", "edition", "isbn", "page_count", "doi", "pdfs"]' in told


def listed(under):
    return sorted(one["title"] for one in copy("section", under).context["articles"])


def newest(language="en"):
    return [one["title"] for one in copy("recent-articles", language).context["articles"]]


def test_c10_a_statement_is_not_among_the_newest_articles_and_named_where_it_stands():
    ports = Topic.objects.create(title="Ports")
    article("Research", topics=[ports])
    article("Statement on ports", days=1, topics=[ports], kicker="Ports", article_type=of("statement"))
    assert newest() == ["Research"]
    assert [one.title for one in feeds.entries(asking(), "en")] == ["Statement on ports", "Research"]
    kickers = {one["title"]: one["kicker"] for one in copies("topic", ports.pk)[0].context["articles"]}
    assert kickers == {"Research": "", "Statement on ports": "Statement · Ports"}


@pytest.mark.parametrize("form", ["statement", "campaign"])
def test_c10_what_is_no_research_stands_in_no_list_or_year_with_it(form):
    article("Research")
    article("We ask", days=1, article_type=of(form))
    assert listed(section()) == ["Research"]
    periods = Period.objects.filter(shelf=f"section:{section().pk}", month=0)
    years = [copies("period", year.pk)[0].context for year in periods]
    assert [[one["title"] for one in year["articles"]] for year in years] == [["Research"]]


def test_c10_a_section_of_nothing_else_lists_them_when_its_editors_say_so_and_no_more_when_they_do_not():
    under = section("Our campaigns")
    article("We ask", under=under, article_type=of("campaign"))
    assert listed(under) == []
    for said, stands in ((True, ["We ask"]), (False, [])):
        under.lists_all = said
        under.save()
        assert listed(under) == stands


def test_c10_in_an_older_database_they_leave_research_and_a_section_of_nothing_else_keeps_them():
    under = section("Our campaigns")
    article("Research")
    for title, where in (("Statement on ports", section()), ("We ask", under)):
        page = article(title, under=where, article_type=of("statement"))
        lists.put(page, [*page.shelves(), lists.section(where.pk)], language="en", published=page.published)
    under.save_revision()
    migration = import_module("communique.sections.articles.migrations.0013_apart")
    editor = SimpleNamespace(connection=connection)
    for _ in range(2):
        migration.apart(apps, editor)
    assert (listed(section()), listed(under)) == (["Research"], ["We ask"])
    assert ArticlesPage.objects.get(pk=under.pk).get_latest_revision_as_object().lists_all
    migration.together(apps, editor)
    assert listed(section()) == ["Research", "Statement on ports"]


def test_c10_a_type_that_becomes_a_statement_takes_its_articles_along_and_gives_them_back():
    kind = of("report")
    article("Ports", article_type=kind)
    kind.form = "statement"
    kind.save()
    assert newest() == []
    kind.delete()
    assert newest() == ["Ports"]


def test_c10_research_does_not_lead_on_to_statements():
    ports = Topic.objects.create(title="Ports")
    first = article("One", topics=[ports])
    article("Statement on ports", days=1, topics=[ports], article_type=of("statement"))
    article("Two", days=2, topics=[ports])
    article("Three", days=3, topics=[ports])
    context = copies("article", first.pk)[0].context
    assert context["beside"]["next"]["title"] == "Two"
    assert [one["title"] for one in context["related"]] == ["Three"]
