"""What pages say of themselves to machines agrees with what they show. Rows A2, A14, A20, B10, B11, C6."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest
from django.conf import settings
from selectolax.lexbor import LexborHTMLParser

from communique.content import previews
from communique.content.amendments import Classed
from communique.content.models import (
    Amendment,
    HomePage,
    Organisation,
    OrganisationText,
    Period,
    Person,
    PersonText,
    PlainPage,
    Topic,
)
from communique.sections.about.models import Circle, MembersPage, Office, Position
from communique.sections.articles.models import ArticleType, ArticleTypeText, Contributor
from communique.sections.series.models import SeriesPage, SeriesPart
from tests.content.stories import article, copies, copy, home, picture, section

pytestmark = pytest.mark.django_db

HERE = settings.COMMUNIQUE.address


@pytest.fixture
def amina():
    said = {"role": "Fellow", "affiliation": "University of Gwadar", "biography": "<p>Reads timetables.</p>"}
    return Person.objects.create(name="Amina Rahman", orcid="0000-0002-1825-0097", affiliation_ror="05gq02987", **said)


class Page:
    """A printed page: what it shows, and what it says of itself."""

    def __init__(self, sheet, key):
        self.copy = copy(sheet, key) if not isinstance(key, int) else copies(sheet, key)[0]
        rendering = previews.site_rendering()
        self.html = rendering.render(self.copy.template, self.copy.context, language=self.copy.language)
        self.tree = LexborHTMLParser(self.html)
        (script,) = self.tree.css('script[type="application/ld+json"]')
        self.graph = json.loads(script.text())["@graph"]

    def node(self, *kinds):
        return next(node for node in self.graph if node["@type"] in kinds)

    def meta(self, name):
        return [node.attributes["content"] for node in self.tree.css(f'meta[property="{name}"]')]

    def shown(self, selector):
        return [node.text(strip=True) for node in self.tree.css(selector)]

    def times(self, selector):
        return [node.attributes["datetime"] for node in self.tree.css(f"{selector} time")]


def written_by(*people, title="Ports", **fields):
    page = article(title, **fields)
    page.contributors = [Contributor(person=person, role=role, affiliation=where) for person, role, where in people]
    page.save()
    return page


def test_b11_an_article_says_what_its_page_shows(amina):
    kind = ArticleType.objects.create(name="Paper", described_as="ScholarlyArticle")
    ArticleTypeText.objects.create(article_type=kind, language="en", name="Research paper")
    ports = Topic.objects.create(title="Ports and quays")
    sana = Person.objects.create(name="Sana Malik")
    page = written_by(
        (amina, "author", "University of Gwadar"),
        (sana, "translator", "Elsewhere then"),
        standfirst="Of queues.",
        article_type=kind,
        topics=[ports],
        lead_picture=picture(alt_text="Cranes", credit="Bilal"),
        updated=datetime(2024, 3, 1, 6, tzinfo=UTC),
    )
    printed = Page("article", page)
    told = printed.node("ScholarlyArticle")
    assert [told["headline"]] == printed.shown("h1") == printed.meta("og:title") == ["Ports"]
    assert [told["description"]] == printed.shown(".standfirst") == printed.meta("og:description")
    assert [told["datePublished"], told["dateModified"]] == printed.times(".dates")
    assert printed.meta("article:published_time") == [told["datePublished"]]
    assert printed.meta("article:modified_time") == [told["dateModified"]]
    assert [told["genre"]] == printed.meta("article:section") == ["Research paper"]
    assert [one["name"] for one in told["about"]] == printed.meta("article:tag") == printed.shown(".topics li")
    assert told["inLanguage"] == "en" and told["url"] == f"{HERE}{page.address}"
    assert told["image"]["url"] == HERE + printed.tree.css_first(".article__lead img").attributes["src"]
    assert (told["image"]["caption"], told["image"]["creditText"]) == ("Cranes", "Bilal")
    (author,), (translator,) = told["author"], told["translator"]
    assert (author["sameAs"], author["url"]) == (
        "https://orcid.org/0000-0002-1825-0097",
        f"{HERE}/people/amina-rahman/",
    )
    assert author["affiliation"]["@id"] == "https://ror.org/05gq02987"
    assert [author["url"]] == printed.meta("article:author")
    assert translator["affiliation"] == {"@type": "Organization", "name": "Elsewhere then"}
    names = [node.text(strip=True) for node in printed.tree.css(".byline__name")]
    assert names == [author["name"], translator["name"]]


def test_an_affiliation_from_before_has_no_ror_of_today(amina):
    printed = Page("article", written_by((amina, "author", "Where she was then")))
    (author,) = printed.node("Article")["author"]
    assert author["affiliation"] == {"@type": "Organization", "name": "Where she was then"}


def test_what_was_never_updated_says_so_nowhere():
    printed = Page("article", article("Ports"))
    assert "dateModified" not in printed.node("Article") and not printed.meta("article:modified_time")


def amended(page, kind, **said):
    page.title = f"{page.title}, changed"
    page.classed = Classed(kind, **{"wrong": "", "right": "", "note": "", **said})
    page.save_revision().publish()


def test_a14_corrections_are_told_as_the_page_tells_them():
    page = article("Ports")
    amended(page, "correction", wrong="Two </script> ports", right="Three ports")
    amended(page, "update", note="News.")
    printed = Page("article", page)
    told = printed.node("Article")
    (correction,) = told["correction"]
    assert correction["@type"] == "CorrectionComment"
    assert all(words in correction["text"] for words in ("Two </script> ports", "Three ports"))
    where = printed.tree.css_first(f'[id="{correction["url"].partition("#")[2]}"]')
    assert where.css_first("time").attributes["datetime"] == correction["datePublished"]
    assert [told["dateModified"]] == printed.times(".dates")[1:]
    assert "creativeWorkStatus" not in told


def test_a14_what_was_retracted_says_so_and_is_not_quoted():
    page = article("Ports", standfirst="What we no longer say.")
    amended(page, "retraction", note="The table was invented.")
    printed = Page("article", page)
    told = printed.node("Article")
    assert told["creativeWorkStatus"] == "Retracted"
    assert [(one["text"], one["url"]) for one in told["correction"]] == [
        ("The table was invented.", f"{HERE}{page.address}#retraction")
    ]
    assert printed.tree.css("#retraction")
    assert "What we no longer say." not in printed.tree.css_first('script[type="application/ld+json"]').text()
    assert Amendment.objects.filter(kind="retraction").exists()


def test_translations_and_originals_name_one_another():
    page = article("Ports")
    urdu = article("بندرگاہیں", under=section("تحقیق", "ur"), original=page.page_ptr)
    arabic = article("الموانئ", under=section("بحوث", "ar"), original=page.page_ptr)
    told = Page("article", page).node("Article")
    assert {one["@id"] for one in told["workTranslation"]} == {f"{HERE}{one.address}#article" for one in (urdu, arabic)}
    told = Page("article", urdu).node("Article")
    assert told["translationOfWork"]["@id"] == f"{HERE}{page.address}#article"
    assert "workTranslation" not in told and told["inLanguage"] == "ur"


def test_a20_a_part_says_its_series_and_the_series_its_parts():
    parts = [article(title, days=day) for day, title in enumerate(("One", "Two"))]
    own = SeriesPage(title="Corridors", introduction="<p>Of <b>roads</b>.</p>")
    own.parts = [SeriesPart(part=part.page_ptr) for part in parts]
    home().add_child(instance=own)
    told = Page("article", parts[1]).node("Article")
    series = Page("series", own).node("CreativeWorkSeries")
    assert (told["isPartOf"]["@id"], told["position"]) == (series["@id"], 2)
    assert [one["name"] for one in series["hasPart"]] == Page("series", own).shown(".parts .card__title")
    assert series["hasPart"][1]["@id"] == told["@id"] and series["description"] == "Of roads."


def test_c6_breadcrumbs_are_those_of_the_page():
    printed = Page("article", article("Ports"))
    *above, here = printed.node("BreadcrumbList")["itemListElement"]
    assert [one["name"] for one in above] == printed.shown(".breadcrumbs li")
    links = [node.attributes["href"] for node in printed.tree.css(".breadcrumbs a")]
    assert [one["item"] for one in above] == [HERE + link for link in links]
    assert [one["position"] for one in (*above, here)] == list(range(1, len(above) + 2))
    assert (here["name"], here["item"]) == ("Ports", f"{HERE}/research/ports/")


def test_a2_a_person_says_what_their_page_shows(amina):
    written_by((amina, "author", ""))
    PersonText.objects.create(person=amina, language="ur", name="آمنہ رحمان", biography="<p>لکھتی ہیں۔</p>")
    _, urdu = copies("person", amina.pk)
    printed = Page("person", amina.pk)
    told = printed.node("Person")
    assert printed.node("ProfilePage")["mainEntity"] == {"@id": told["@id"]}
    assert [told["name"]] == printed.shown("h1") and told["description"] == "Reads timetables."
    assert told["sameAs"] == printed.tree.css_first(".person__orcid a").attributes["href"]
    assert [f"{told['jobTitle']}, {told['affiliation']['name']}"] == printed.shown(".person__role")
    assert "آمنہ رحمان" in urdu.context["frame"]["linked_data"][0]


def test_a2_the_organisation_has_its_ror_and_logo():
    record = Organisation.load()
    record.name, record.short_name, record.ror, record.founded = "The Institute", "TI", "05gq02987", 2016
    record.logo = picture("logo")
    record.texts = [OrganisationText(language="en", address="7 Old Customs House\nHarbour Steps")]
    record.save()
    printed = Page("home", home())
    told = printed.node("Organization")
    assert told["address"] == "7 Old Customs House, Harbour Steps"
    assert (told["name"], told["alternateName"], told["foundingDate"]) == ("The Institute", "TI", "2016")
    assert told["identifier"] == "https://ror.org/05gq02987" in told["sameAs"]
    assert told["logo"]["url"] == HERE + printed.tree.css_first(".masthead__logo").attributes["src"]
    assert printed.node("WebSite")["publisher"] == {"@id": told["@id"]}


def test_c2_the_organisation_is_told_as_the_kind_that_was_chosen():
    record = Organisation.load()
    assert Page("home", home()).node("Organization")
    record.described_as = Organisation.Described.NGO
    record.save()
    assert Page("home", home()).node("NGO")["@id"].endswith("#organisation")


def test_lists_say_what_they_list():
    for day in range(3):
        article(f"Article {day}", days=day, topics=[Topic.objects.get_or_create(title="Ports")[0]])
    for printed in (Page("section", section()), Page("topic", Topic.objects.get().pk)):
        items = printed.node("CollectionPage")["mainEntity"]["itemListElement"]
        assert [one["name"] for one in items] == printed.shown(".listing .card__title")
    assert Page("corrections", "en").node("CollectionPage")["mainEntity"]["numberOfItems"] == 0


def test_archives_say_what_they_list():
    article("One", days=1)
    article("Two", days=2)
    section()
    for period in Period.objects.all():
        printed = Page("period", period.pk)
        items = printed.node("CollectionPage")["mainEntity"]["itemListElement"]
        assert [one["name"] for one in items] == ["Two", "One"]
        assert all(f'href="{one["url"].removeprefix(HERE)}"' in printed.html for one in items)
    assert Period.objects.exists()


def test_other_pages_say_that_they_are_pages(amina):
    about = home().add_child(instance=PlainPage(title="About", slug="about", standfirst="Who we are."))
    told = Page("plain page", about).node("WebPage")
    assert (told["name"], told["description"]) == ("About", "Who we are.")
    chair = Office(person=amina, position=Position.objects.create(title="Chair"))
    circle = Circle.objects.create(name="Board", offices=[chair])
    printed = Page("members", home().add_child(instance=MembersPage(title="Board", slug="board", circle=circle)))
    assert [(one["name"], one["jobTitle"]) for one in printed.node("Organization")["member"]] == [
        ("Amina Rahman", "Chair")
    ]
    assert printed.node("AboutPage")["about"] == {"@id": printed.node("Organization")["@id"]}
    assert HomePage.objects.exists()


HOSTILE = ("</script><script>alert(1)</script>", "<!--", "]]>", "&lt;b&gt; \u2028 \u2029", '"quoted" \\u003c')


@pytest.mark.parametrize("title", HOSTILE)
def test_no_words_can_end_the_script(title):
    printed = Page("article", article(title, slug="odd"))
    assert printed.node("Article")["headline"] == title
    raw = printed.html.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(raw)


# What schema.org (release 29) lets each type say, as far as we say it.
SAYS = {
    "Thing": "@id @type name url description image sameAs identifier alternateName mainEntityOfPage",
    "CreativeWork": "headline inLanguage datePublished dateModified author editor translator contributor publisher "
    "genre about isPartOf position correction creativeWorkStatus workTranslation translationOfWork hasPart text "
    "mainEntity",
    "WebPage": "breadcrumb",
    "Organization": "logo email telephone address foundingDate member",
    "Person": "jobTitle affiliation",
    "ImageObject": "width height caption creditText license",
    "ListItem": "position item",
    "ItemList": "numberOfItems itemListElement",
}
WORKS = {"Article", "WebPage", "WebSite", "CollectionPage", "ProfilePage", "AboutPage", "CreativeWorkSeries"}
WORKS |= {"CorrectionComment", "CreativeWork", "ImageObject"}
PAGES = {"WebPage", "CollectionPage", "ProfilePage", "AboutPage"}


def every_node(value):
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from every_node(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from every_node(inner)


def allowed(kind):
    kinds = ["Thing", kind, *(["CreativeWork"] if kind in WORKS else []), *(["WebPage"] if kind in PAGES else [])]
    kinds += ["ItemList"] if kind == "BreadcrumbList" else []
    return {word for one in kinds for word in SAYS.get(one, "").split()}


def test_b11_only_words_of_the_vocabulary_are_used_and_every_name_leads_to_a_node(amina):
    page = written_by(
        (amina, "author", "Institute"), lead_picture=picture(), topics=[Topic.objects.create(title="Ports")]
    )
    amended(page, "correction", wrong="Two", right="Three")
    series = home().add_child(instance=SeriesPage(title="Series", parts=[SeriesPart(part=page.page_ptr)]))
    printed = [Page(*one) for one in (("article", page), ("series", series), ("person", amina.pk), ("home", home()))]
    for one in printed:
        for node in every_node(one.graph):
            assert set(node) <= allowed(node.get("@type")) or set(node) == {"@id"}, node
        known = {node["@id"] for node in every_node(one.graph) if len(node) > 1 and "@id" in node}
        assert {node["@id"] for node in every_node(one.graph) if set(node) == {"@id"}} <= known
