"""What follows from the desk's other deeds: drafts, moves, copies, deletions."""

import pytest

from communique.content.models import Listing, Topic
from communique.publishing.models import Address, PendingChange

from .stories import article, copy, section

pytestmark = pytest.mark.django_db


def _addresses():
    return dict(Address.objects.values_list("address", "state"))


def test_a_draft_of_a_live_page_changes_nothing_for_readers():
    page = article("Ports")
    PendingChange.objects.all().delete()
    draft = page.get_latest_revision_as_object()
    draft.title, draft.slug, draft.topics = "Harbours", "harbours", [Topic.objects.create(title="Gas")]
    PendingChange.objects.all().delete()
    draft.save_revision()
    assert "/research/harbours/" not in _addresses()
    assert not Listing.objects.filter(shelf__startswith="topic").exists()
    assert not PendingChange.objects.exists()


def test_a_moved_article_changes_lists_and_leaves_a_redirect():
    page = article("Ports")
    page.move(section("Projects"), pos="last-child")
    assert _addresses()["/projects/ports/"] == "current" and _addresses()["/research/ports/"] == "old"
    assert f"section:{section('Projects').pk}" in Listing.objects.values_list("shelf", flat=True)
    assert [card["title"] for card in copy("section", section("Projects")).context["articles"]] == ["Ports"]
    assert copy("section", section("Research")).context["articles"] == []


def test_a_new_slug_leaves_a_redirect_for_the_page_and_all_below():
    article("Ports")
    research = section()
    research.slug = "studies"
    research.save_revision().publish()
    told = _addresses()
    assert told["/studies/ports/"] == told["/studies/"] == "current"
    assert told["/research/ports/"] == told["/research/"] == "old"


def test_deleted_pages_are_gone_and_not_forgotten():
    article("Ports")
    section().delete()
    told = _addresses()
    assert told["/research/"] == told["/research/ports/"] == "gone"
    assert not Listing.objects.exists()


def test_a_copy_is_a_page_of_its_own():
    page = article("Ports", guid="https://old.example/?p=7")
    twin = page.copy(update_attrs={"slug": "ports-again", "title": "Ports again"})
    assert _addresses()["/research/ports-again/"] == "current"
    assert twin.translation_key != page.translation_key


def test_when_the_original_goes_its_translations_stay_together():
    english = article("Ports")
    urdu = article("بندرگاہیں", language="ur", original=english)
    russian = article("Порты", language="ru", original=english)
    english.delete()
    urdu.refresh_from_db(), russian.refresh_from_db()
    assert (urdu.original_id, russian.original_id) == (None, urdu.pk)
