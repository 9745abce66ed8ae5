"""An import done again: nothing doubled, nothing lost that was done here, and stopped anywhere it comes to the same."""

from __future__ import annotations

import pytest
from wagtail.models import Page, Revision

from communique.content.models import Listing, PlainPage
from communique.migration.models import Imported
from communique.publishing.models import Address, PendingChange
from communique.sections.articles.models import ArticlePage

from .exports import BASE, post
from .lookup import article, current, everything

GAS = ("category", "gas", "Gas")


def test_a_second_run_changes_nothing(mover):
    records = (post(1, "One", terms=(GAS,)), post(2, status="draft"), post(3, kind="page"), post(4, status="private"))
    mover.bring(*records)
    before = everything()
    PendingChange.objects.all().delete()
    outcome = mover.bring(*records)
    after = everything()
    assert after.pop("publishing_change") == []
    before.pop("publishing_change")
    assert after == before
    assert outcome.done.told.unchanged == 4
    assert outcome.done.published == 0


def test_what_changed_there_and_not_here_is_updated(mover):
    mover.bring(post(1, "One", terms=(GAS,)))
    address, number = current(article()), article().pk
    mover.bring(post(1, "Two", title="New", terms=(("category", "oil", "Oil"),)))
    page = article()
    assert (page.pk, page.title, page.body.raw_data[0]["value"]) == (number, "New", "<p>Two</p>")
    assert [topic.title for topic in page.topics.all()] == ["Oil"]
    assert (page.live, current(page), page.live_revision_id) == (True, address, page.latest_revision_id)
    assert Listing.objects.filter(page=page, shelf__startswith="topic:").count() == 1
    assert Revision.objects.for_instance(page).count() == 2


def test_what_changed_there_and_here_stays_as_it_is_here(mover):
    mover.bring(post(1, "One"))
    draft = article().get_latest_revision_as_object()
    draft.title = "Ours"
    draft.save_revision().publish()
    outcome = mover.bring(post(1, "Two", title="Theirs"))
    assert article().title == "Ours"
    assert outcome.done.told.conflicts == [(1, "Theirs")]


def test_new_words_of_a_draft_there_never_reach_readers_here(mover):
    mover.bring(post(1, "One", status="draft"))
    article().get_latest_revision().publish()
    outcome = mover.bring(post(1, "Secret", status="draft"))
    assert article().live
    assert "Secret" not in str(article().body.raw_data[0])
    assert outcome.done.told.conflicts == [(1, "Text 1")]


def test_a_draft_that_is_worked_on_here_is_not_published_from_there(mover):
    mover.bring(post(1, "One", status="draft"))
    draft = article().get_latest_revision_as_object()
    draft.title = "Ours, not ready"
    draft.save_revision()
    mover.bring(post(1, "One"))
    assert not article().live


def test_an_unchanged_text_that_was_edited_here_is_no_conflict(mover):
    mover.bring(post(1, "One"))
    draft = article().get_latest_revision_as_object()
    draft.title = "Ours"
    draft.save_revision().publish()
    assert mover.bring(post(1, "One")).done.told.conflicts == []
    assert article().title == "Ours"


def test_what_is_gone_there_stays_here_and_is_listed(mover):
    mover.bring(post(1), post(2))
    outcome = mover.bring(post(1))
    assert article(2).live
    assert outcome.done.gone == ["2"]


@pytest.mark.parametrize("hidden", [{"status": "private"}, {"status": "draft"}, {"status": "trash"}, {"password": "x"}])
def test_what_was_hidden_there_since_is_taken_down_at_once(mover, hidden):
    mover.bring(post(1, "Words"))
    outcome = mover.bring(post(1, "Words", **hidden))
    assert not article().live
    assert outcome.done.hidden == [(1, "Text 1")]
    assert not Address.objects.filter(page=article(), state="current").exists()
    assert not Listing.objects.filter(page=article()).exists()
    mover.bring(post(1, "Words"))
    assert article().live
    assert current(article()) == "/text-1/"


def test_what_was_deleted_here_does_not_come_back(mover):
    mover.bring(post(1), post(2))
    article(1).delete()
    outcome = mover.bring(post(1, "Changed"), post(2))
    assert Imported.objects.get(kind="post", key="1").page is None
    assert outcome.done.told.deleted_here == 1


def test_what_was_unpublished_here_stays_unpublished(mover):
    mover.bring(post(1))
    article().unpublish()
    mover.bring(post(1))
    assert not article().live


def test_two_sites_may_use_the_same_numbers(mover):
    mover.bring(post(1, "One"))
    mover.bring(post(1, "Other", link="https://other.example/text/"), base="https://other.example")
    assert Imported.objects.filter(kind="post", key="1").count() == 2
    assert ArticlePage.objects.count() == 2


def test_a_site_that_moved_to_https_is_the_same_site(mover):
    mover.bring(post(1, "One"))
    mover.bring(post(1, "One"), base=BASE.replace("https://", "http://www."))
    assert ArticlePage.objects.count() == 1


class Stopped(Exception):
    """The plug was pulled."""


@pytest.mark.parametrize("step", range(1, 9))
def test_stopped_anywhere_and_begun_again_it_comes_to_the_same_end(mover, step, monkeypatch):
    from communique.migration.applying import pages, texts

    monkeypatch.setattr(pages, "BATCH", 2)
    monkeypatch.setattr(texts, "BATCH", 2)
    records = [post(number, f"Words {number}", terms=(GAS,)) for number in range(1, 5)]
    records += [post(5, kind="page"), post(6, kind="page", parent=5), post(7, status="draft")]
    heard = 0

    def pull(what: str, done: int, of: int) -> None:
        nonlocal heard
        heard += what != "Reading"
        if heard == step:
            raise Stopped

    try:
        mover.bring(*records, tell=pull)
    except Stopped:
        assert not ArticlePage.objects.live().exists()
    mover.bring(*records)
    assert sorted(current(page) for page in ArticlePage.objects.live()) == [
        f"/text-{number}/" for number in range(1, 5)
    ]
    assert PlainPage.objects.live().count() == 2
    assert all(page.contributors.count() == 1 == page.topics.count() for page in ArticlePage.objects.live())
    assert Revision.objects.filter(object_id__in=[str(article(n).pk) for n in range(1, 8)]).count() == 7
    assert Page.find_problems() == ([], [], [], [], [])
    assert mover.bring(*records).done.told.unchanged == 7
