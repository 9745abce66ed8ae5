"""Author boxes: below the text, from the person's own record. Row A5."""

import pytest

from communique.content.models import Person, PersonText
from communique.content.richtext import first_paragraph
from communique.sections.articles.models import Contributor
from tests.content.stories import article, copy, picture

pytestmark = pytest.mark.django_db

BIOGRAPHY = "<p>Reads timetables.</p><p>Lives by a harbour.</p>"


@pytest.fixture
def amina():
    said = {"role": "Fellow", "affiliation": "Institute now", "biography": BIOGRAPHY, "orcid": "0000-0002-1825-0097"}
    return Person.objects.create(name="Amina Rahman", picture=picture("amina"), **said)


def written_by(*people, role="author", **fields):
    page = article("Ports", **fields)
    page.contributors = [Contributor(person=one, role=role, affiliation="Institute then") for one in people]
    page.save()
    return copy("article", page)


def test_a5_a_box_tells_who_the_author_is_today(amina):
    printed = written_by(amina)
    (box,) = printed.context["article"]["authors"]
    assert (box["name"], box["address"], box["role"]) == ("Amina Rahman", "/people/amina-rahman/", "Fellow")
    assert (box["biography_html"], box["orcid"]) == ("<p>Reads timetables.</p>", "0000-0002-1825-0097")
    assert box["picture"]["alt"] == ""
    assert {file.path for file in printed.media} >= {source.path for source in portrait_of(amina).media}
    (credit,) = printed.context["article"]["contributors"]
    assert (box["affiliation"], credit["affiliation"]) == ("Institute now", "Institute then")


def portrait_of(person):
    from communique.content.questions import names
    from tests.content.stories import asking

    return asking()(names.portrait, person.pk, "en").picture


def test_a_box_is_in_the_articles_language(amina):
    PersonText.objects.create(
        person=amina, language="ur", name="آمنہ رحمان", role="فیلو", biography="<p>لکھتی ہیں۔</p>"
    )
    (box,) = written_by(amina, language="ur").context["article"]["authors"]
    assert (box["name"], box["role"], box["biography_html"]) == ("آمنہ رحمان", "فیلو", "<p>لکھتی ہیں۔</p>")


def test_who_has_neither_biography_nor_portrait_has_no_box():
    assert written_by(Person.objects.create(name="Bilal Aziz")).context["article"]["authors"] == []


def test_translators_have_none_beside_authors_and_one_where_they_stand_alone(amina):
    assert len(written_by(amina, role="translator").context["article"]["authors"]) == 1
    page = article("Grain")
    sana = Person.objects.create(name="Sana Malik", biography="<p>Translates.</p>")
    page.contributors = [Contributor(person=sana, role="translator"), Contributor(person=amina, role="author")]
    page.save()
    assert [box["name"] for box in copy("article", page).context["article"]["authors"]] == ["Amina Rahman"]


def test_many_authors_have_no_boxes_but_links(amina):
    several = [amina, *(Person.objects.create(name=f"Author {one}", biography=BIOGRAPHY) for one in range(3))]
    assert written_by(*several[:3]).context["article"]["authors"]
    printed = written_by(*several).context["article"]
    assert printed["authors"] == [] and len(printed["contributors"]) == 4


def test_the_first_paragraph_is_the_first_with_words():
    assert first_paragraph("<p> </p><p>One.</p><p>Two.</p>") == "<p>One.</p>"
    assert first_paragraph("Words alone") == "Words alone"
