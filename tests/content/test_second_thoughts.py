"""Second thoughts: a publication is undone exactly, what is deleted can be put back. Row I7."""

from __future__ import annotations

import pytest
from wagtail.models import Page, PageLogEntry

from communique.content import amendments, trash, undoing
from communique.content.models import Amendment, Former, Person, Topic, Trash
from communique.publishing.models import Address
from communique.sections.articles.models import ArticlePage, Contributor

from .stories import article, block, copies, copy, home, section

pytestmark = pytest.mark.django_db


def sound(title="Ports", **fields):
    person, _ = Person.objects.get_or_create(name="Amina Rahman")
    text = [block("paragraph", "<p>Words.</p>")]
    page = article(title, author=person, body=text, standfirst="What it says.", **fields)
    page.save_revision()
    return page


def publish(desk, page):
    """As "Publish" does it, by the gate's own button."""
    desk.post(f"/desk/gate/{page.pk}/")
    return type(page).objects.get(pk=page.pk)


def text(answer):
    return answer.content.decode()


def changed(page):
    """A draft in which much is otherwise."""
    draft = page.get_latest_revision_as_object()
    draft.title, draft.kicker = "Ports, revised", "New"
    draft.body = [block("paragraph", "<p>Other words.</p>")]
    draft.topics = [Topic.objects.create(title="Gas")]
    draft.contributors = [Contributor(person=Person.objects.create(name="Sana Aziz"), role="translator")]
    draft.classed = amendments.Classed("update", note="Other words.")
    draft.save_revision()
    return draft


def test_i7_undoing_gives_readers_the_exact_former_page(desk):
    page = sound()
    before, places = copy("article", page), list(page.listings.values_list("shelf", flat=True).order_by("shelf"))
    page = publish(desk, changed(page))
    assert copy("article", page) != before
    desk.post(f"/desk/undo/{page.pk}/")
    again = ArticlePage.objects.get(pk=page.pk)
    assert copy("article", again) == before
    assert list(again.listings.values_list("shelf", flat=True).order_by("shelf")) == places


def test_i7_what_was_published_is_kept_as_a_draft(desk):
    page = publish(desk, changed(sound()))
    desk.post(f"/desk/undo/{page.pk}/")
    again = ArticlePage.objects.get(pk=page.pk)
    assert again.has_unpublished_changes and again.title == "Ports"
    assert again.get_latest_revision_as_object().title == "Ports, revised"
    assert publish(desk, again).title == "Ports, revised"


def test_i7_undoing_a_first_publication_makes_it_a_draft_whose_address_is_free(desk):
    page = publish(desk, sound(live=False))
    assert page.live and Address.objects.filter(page=page).exists()
    desk.post(f"/desk/undo/{page.pk}/")
    again = ArticlePage.objects.get(pk=page.pk)
    assert not again.live and again.first_published_at is None
    assert not Address.objects.filter(address="/research/ports/").exists() and copies("article", again.pk) == []


def test_i7_an_address_that_changed_leads_to_the_former_one_again(desk):
    page = sound()
    draft = page.get_latest_revision_as_object()
    draft.slug = "harbours"
    draft.classed = amendments.Classed("typo")
    draft.save_revision()
    page = publish(desk, draft)
    desk.post(f"/desk/undo/{page.pk}/")
    states = dict(Address.objects.filter(page=page).values_list("address", "state"))
    assert states == {"/research/ports/": "current", "/research/harbours/": "old"}


def test_i7_only_the_last_publication_can_be_undone_and_once(desk):
    page = publish(desk, changed(sound()))
    desk.post(f"/desk/undo/{page.pk}/")
    again = desk.post(f"/desk/undo/{page.pk}/", follow=True)
    assert "Something was published since" in text(again)
    later = ArticlePage.objects.get(pk=page.pk)
    later.save_revision().publish()
    Former.objects.create(page=page, revision=1, content=None)
    with pytest.raises(undoing.TooLate):
        undoing.undo(ArticlePage.objects.get(pk=page.pk), user=None)


def test_i7_undoing_asks_when_it_is_opened_as_a_page_and_stands_in_the_history(desk):
    page = publish(desk, changed(sound()))
    assert "exactly as it was before" in text(desk.get(f"/desk/undo/{page.pk}/"))
    assert "Undo the last publication" in text(desk.get(f"/desk/pages/{page.pk}/edit/"))
    desk.post(f"/desk/undo/{page.pk}/")
    assert PageLogEntry.objects.filter(page=page.pk, action=undoing.ACTION).count() == 1


def test_i7_who_may_not_publish_may_not_undo(client, desk, amina):
    page = publish(desk, changed(sound()))
    client.force_login(amina)
    client.post(f"/desk/undo/{page.pk}/")
    assert ArticlePage.objects.get(pk=page.pk).title == "Ports, revised"


def test_i7_what_else_a_publication_made_is_told_to_take_itself_back(desk):
    told = []
    page = publish(desk, changed(sound()))
    undoing.undone.connect(lambda page, since, **_: told.append((page.pk, since)), weak=False, dispatch_uid="test")
    desk.post(f"/desk/undo/{page.pk}/")
    undoing.undone.disconnect(dispatch_uid="test")
    assert [number for number, _ in told] == [page.pk]


def test_i7_a_deleted_page_is_gone_for_readers_and_waits_in_the_trash(desk):
    page = sound()
    answer = desk.post(f"/desk/pages/{page.pk}/delete/", follow=True)
    page.refresh_from_db()
    assert "“Ports” is in the trash" in text(answer) and not page.live
    assert trash.within(page) and Address.objects.get(address="/research/ports/").state == "gone"


def test_i7_it_can_be_put_back_exactly_as_it_was_with_all_below_it(desk):
    under = section()
    one, draft = sound(), sound("Grain", live=False)
    before = copy("article", one)
    desk.post(f"/desk/pages/{under.pk}/delete/")
    assert copies("article", one.pk) == []
    answer = desk.post(f"/desk/trash/{under.pk}/put-back/", follow=True)
    assert "Readers see 2 pages again" in text(answer)
    assert copy("article", ArticlePage.objects.get(pk=one.pk)) == before
    assert not ArticlePage.objects.get(pk=draft.pk).live
    assert Page.objects.get(pk=under.pk).get_parent().pk == home().pk


def test_i7_a_page_whose_place_is_gone_is_to_be_moved(desk):
    under, page = section(), sound()
    desk.post(f"/desk/pages/{page.pk}/delete/")
    desk.post(f"/desk/pages/{under.pk}/delete/")
    assert "is gone. Move it" in text(desk.post(f"/desk/trash/{page.pk}/put-back/", follow=True))


def test_i7_several_pages_are_put_into_the_trash_together(desk):
    one, other = sound(), sound("Grain")
    desk.post(f"/desk/bulk/wagtailcore/page/delete/?id={one.pk}&id={other.pk}&next=/desk/")
    assert {page.pk for page in Trash.objects.get().get_children()} == {one.pk, other.pk}


def test_i7_from_the_trash_a_page_goes_for_good(desk):
    page = sound()
    for _ in range(2):
        desk.post(f"/desk/pages/{page.pk}/delete/")
    assert not ArticlePage.objects.exists()


def test_i7_the_page_where_readers_begin_is_not_deleted(desk):
    answer = desk.post(f"/desk/pages/{home().pk}/delete/", follow=True)
    assert "is where readers begin" in text(answer) and home().live


def test_i7_a_page_in_the_trash_says_so(desk):
    page = sound()
    desk.post(f"/desk/pages/{page.pk}/delete/")
    told = text(desk.get(f"/desk/pages/{page.pk}/edit/"))
    assert "This page is in the trash since" in told and "Put it back" in told


def told(page):
    return [(one.kind, one.note, one.standing) for one in Amendment.objects.filter(page=page.pk).order_by("pk")]


def test_i7_what_readers_were_told_of_the_change_waits_with_the_draft_again(desk):
    page = publish(desk, changed(sound()))
    assert told(page) == [("update", "Other words.", True)]
    desk.post(f"/desk/undo/{page.pk}/")
    assert told(page) == [("update", "Other words.", False)] and amendments.waiting(page)
    page = publish(desk, page)
    assert page.title == "Ports, revised" and told(page) == [("update", "Other words.", True)]


def test_i7_a_retraction_that_is_undone_was_none_and_the_page_is_in_its_lists_again(desk):
    page = sound()
    places = set(page.listings.values_list("shelf", flat=True))
    draft = page.get_latest_revision_as_object()
    draft.title, draft.classed = "Ports, withdrawn", amendments.Classed("retraction", note="The figures were wrong.")
    draft.save_revision()
    page = publish(desk, draft)
    assert page.retracted and not page.listings.exists()
    amendments.class_anew(Amendment.objects.get(), amendments.Classed("typo"), reason="It wasn't one.", user=None)
    desk.post(f"/desk/undo/{page.pk}/")
    again = ArticlePage.objects.get(pk=page.pk)
    assert not again.retracted and set(again.listings.values_list("shelf", flat=True)) == places
    assert told(page) == [("typo", "", False)]


def test_i7_what_was_told_of_an_earlier_change_stays(desk):
    page = publish(desk, changed(sound()))
    draft = page.get_latest_revision_as_object()
    draft.title, draft.classed = "Ports, again", amendments.Classed("typo")
    draft.save_revision()
    page = publish(desk, draft)
    desk.post(f"/desk/undo/{page.pk}/")
    assert told(page) == [("update", "Other words.", True), ("typo", "", False)]
