"""Pages: language, translations, addresses, anchors."""

import pytest
from django.core.exceptions import ValidationError

from communique.content.models import Organisation, PlainPage
from communique.publishing.models import Address

from .stories import article, block, copy, heading, home, section

pytestmark = pytest.mark.django_db


def test_a_page_takes_its_language_from_where_it_stands():
    assert section("تحقیق", "ur").language == "ur"
    assert section("تحقیق", "ur").slug == "تحقیق"


def test_home_pages_stand_at_the_beginning_of_their_language():
    assert home("en").address == "/"
    assert home("ur").address == "/ur/"
    assert home("ur").full_url.endswith("/ur/")


def test_a_translation_of_a_translation_belongs_to_the_first_original():
    english = article("Gas and Grain")
    urdu = article("گیس اور گندم", language="ur", original=english)
    russian = article("Газ и зерно", language="ru", original=urdu)
    assert russian.original_id == english.pk
    assert [one.language for one in copy("article", english).context["frame"]["translations"] and []] == []
    told = [one["language"] for one in copy("article", urdu).context["frame"]["translations"]]
    assert told == ["en", "ru"]


def test_a_language_stands_once_among_translations():
    english = article("Gas and Grain")
    article("گیس", language="ur", original=english)
    with pytest.raises(ValidationError, match="a language stands there once"):
        article("گیس دوبارہ", language="ur", original=english)


def test_a_page_is_no_translation_of_itself():
    english = article("Gas and Grain")
    english.original = english
    with pytest.raises(ValidationError, match="translation of itself"):
        english.full_clean()


def test_a4_an_anchor_outlasts_the_words_of_its_heading():
    page = article("Ports", body=[heading("Harbours of the Gulf"), heading("Harbours of the Gulf")])
    draft = page.get_latest_revision_as_object()
    draft.body[0].value["text"] = "Ports of the Gulf"
    draft.body[0].value["anchor"] = draft.body[1].value["anchor"] = ""
    draft.save_revision().publish()
    page.refresh_from_db()
    assert [one.value["anchor"] for one in page.body] == ["harbours-of-the-gulf", "harbours-of-the-gulf-2"]


def test_a4_a_duplicated_heading_gets_an_anchor_of_its_own():
    """Row A4: the desk copies a block with all that is in it; readers' links stay with the first."""
    page = article("Ports", body=[heading("Harbours")])
    first = page.body.raw_data[0]
    page.body = [block("heading", dict(first["value"])), first]
    page.save()
    assert [one.value["anchor"] for one in page.body] == ["harbours-2", "harbours"]


@pytest.mark.parametrize("stated", ["two words", "main", "note:1"])
def test_a4_an_anchor_that_cannot_stand_is_made_anew(stated):
    page = article("Ports", body=[block("heading", {"text": "Harbours", "level": 2, "anchor": stated})])
    assert page.body[0].value["anchor"] == "harbours"


def test_a4_an_anchor_is_in_the_script_of_its_heading():
    page = article("بندرگاہیں", language="ur", body=[heading("خلیج کی بندرگاہیں")])
    assert page.body[0].value["anchor"] == "خلیج-کی-بندرگاہیں"


def test_unpublishing_leaves_the_address_gone_and_publishing_again_brings_it_back():
    page = article("Ports")
    page.unpublish()
    assert Address.objects.get(address="/research/ports/").state == "gone"
    page.save_revision().publish()
    assert Address.objects.get(address="/research/ports/").state == "current"


def test_k5_a_taken_address_is_refused_with_its_holder():
    pinned = article("Ports")
    Address.objects.filter(page=pinned).update(address="/about/")
    with pytest.raises(ValidationError, match="already the address"):
        home().add_child(instance=PlainPage(title="About"))


def test_a_plain_page_prints_its_blocks():
    page = home().add_child(instance=PlainPage(title="About", body=[block("paragraph", "<p>We read.</p>")]))
    printed = copy("plain page", page)
    assert printed.address == "/about/" and printed.context["page"]["body_html"] == "<p>We read.</p>"


def test_the_sites_languages_are_those_with_a_home_page():
    home("en"), home("ur")
    frame = copy("home", home("en")).context["frame"]
    assert [one["code"] for one in frame["languages"]] == ["en", "ur"]


def test_a_home_page_may_have_a_text_of_its_own_below_what_sections_put_there():
    front = home("en")
    front.body = [heading("What we stand for")]
    front.save()
    assert ">What we stand for</h2>" in copy("home", front).context["home"]["body_html"]


def test_a_draft_has_the_language_of_the_page_above_it():
    under = section("تحقیق", "ur")
    assert article("بندرگاہ", under=under, live=False).language == "ur"


def test_a_page_that_says_nothing_of_itself_is_described_by_its_title_and_the_site():
    site = Organisation.load()
    site.name = "The Institute"
    site.save()
    page = home().add_child(instance=PlainPage(title="Who we are"))
    assert copy("plain page", page).context["frame"]["description"] == "Who we are – The Institute"
