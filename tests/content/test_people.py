"""People: what names them, and what is left when they are deleted."""

import pytest
from django.db.models import ProtectedError

from communique.content.models import Person
from communique.sections.about.models import BoardPage, BoardSeat
from communique.sections.articles.models import Contributor

from . import stories


@pytest.fixture
def rahat(db):
    return Person.objects.create(name="Rahat Idris")


def test_who_is_named_on_a_page_can_not_be_deleted(rahat):
    stories.article("Grain", author=rahat)
    with pytest.raises(ProtectedError):
        rahat.delete()


def test_a_draft_that_names_somebody_who_was_deleted_opens_without_them(rahat):
    article = stories.article("Grain")
    article.contributors = [Contributor(person=rahat), Contributor(person=Person.objects.create(name="Ela Noor"))]
    article.save_revision()
    rahat.delete()
    draft = article.get_latest_revision_as_object()
    assert [one.person.name for one in draft.contributors.all()] == ["Ela Noor"]
    draft.save_revision().publish()


def test_an_older_version_of_the_board_can_be_restored_without_them(rahat):
    board = stories.home().add_child(instance=BoardPage(title="Board", slug="board"))
    board.seats = [BoardSeat(person=rahat, title="Chair")]
    board.save_revision()
    rahat.delete()
    board.get_latest_revision().publish()
    assert BoardPage.objects.get().seats.count() == 0
