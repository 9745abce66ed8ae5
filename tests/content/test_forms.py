"""The form of a page: what it mends by itself, and what of a page isn't copied."""

import pytest

from communique.publishing import addresses
from communique.sections.articles.models import ArticlePage

from .forms import filled
from .stories import FIRST, article, home, section

pytestmark = pytest.mark.django_db


def send(desk, place, **changes):
    return desk.post(place, filled(desk.get(place).content.decode(), **changes))


def add(parent):
    return f"/desk/pages/add/articles/articlepage/{parent.pk}/"


def test_a_second_article_of_the_same_title_gets_a_slug_of_its_own(desk):
    article("Ports")
    send(desk, add(section()), title="Ports", slug="ports")
    assert section().get_children().last().slug == "ports-2"


def test_an_autosave_tells_the_browser_which_slug_was_given(desk):
    article("Ports")
    fields = filled(desk.get(add(section())).content.decode(), title="Ports", slug="ports")
    answer = desk.post(add(section()), fields, headers={"Accept": "application/json"})
    assert answer.json()["field_updates"]["slug"] == "ports-2"


def test_an_address_that_another_page_has_is_not_given_again(desk):
    addresses.pin(article("An older one"), "/research/ports/")
    send(desk, add(section()), title="Ports", slug="ports")
    assert section().get_children().last().slug == "ports-2"


def test_k5_an_article_is_not_given_the_address_of_an_archive(desk):
    send(desk, add(section()), title="2026", slug="2026")
    assert section().get_children().last().slug == "2026-2"


def test_what_no_form_could_see_is_told_and_not_done(desk):
    english, urdu = section("Ports"), section("بندرگاہیں", "ur")
    late = section("بندرگاہ", "ur", original=english, live=False)
    type(urdu).objects.filter(pk=urdu.pk).update(original=english)  # while the other was a draft
    among = f"/desk/pages/{home('ur').pk}/"
    bulk = f"/desk/bulk/wagtailcore/page/publish/?id={late.pk}&next={among}"
    answer = desk.post(bulk, headers={"Referer": among}, follow=True)
    assert "could not be done. “بندرگاہیں” is the same text in اردو" in answer.content.decode()
    late.refresh_from_db()
    assert not late.live


@pytest.mark.parametrize("live", [False, True])
def test_a_copy_is_a_new_article_without_the_dates_of_the_old_one(live):
    page = article("Ports", first_published_at=FIRST, updated=FIRST, guid="https://old.example/?p=1")
    page.save_revision().publish()
    made = page.copy(update_attrs={"slug": "copied"}, keep_live=live)
    assert (made.updated, made.guid) == (None, "") and made.published != page.published
    made.save_revision().publish()
    made.refresh_from_db()
    assert made.published > page.published and made.first_published_at > FIRST


def test_a_copy_of_a_translation_stands_for_itself():
    original = article("Ports")
    made = article("بندرگاہیں", language="ur", original=original).copy(update_attrs={"slug": "copied"}, keep_live=False)
    assert made.original is None


def test_an_alias_repeats_the_text_but_not_what_there_can_be_one_of():
    original = article("Ports")
    page = article("بندرگاہیں", language="ur", original=original, guid="https://old.example/?p=1")
    made = page.create_alias(update_slug="again")
    assert (made.title, made.original, made.guid) == (page.title, None, "") and made.address != page.address


def test_a4_what_is_fixed_is_shown_to_editors_and_not_written_into():
    body = ArticlePage._meta.get_field("body").stream_block.child_blocks
    fixed = [
        *(body[kind].child_blocks["anchor"] for kind in ("heading", "aside") if "anchor" in body[kind].child_blocks),
        *body["imported"].child_blocks.values(),
        *body["unresolved"].child_blocks.values(),
        *body["places"].child_blocks.values(),
    ]
    assert len(fixed) == 7
    assert all("readonly" in block.field.widget.render("field", "") for block in fixed)
