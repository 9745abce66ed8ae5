"""What pictures lack is made later (row E4)."""

import pytest
from django.core.files.storage import default_storage

from communique.content import backlog, pictures
from communique.content.models import Picture

from .stories import picture

pytestmark = pytest.mark.django_db


def never() -> bool:
    return False


def test_e4_what_was_left_for_later_is_made_and_then_nothing_more():
    with pictures.in_haste():
        shown = picture(width=1300)
    assert backlog.catch_up(never) == 1 and backlog.catch_up(never) == 0
    assert shown.renditions.count() == 7


def test_e4_a_picture_from_before_its_recipe_is_developed_again():
    shown = picture()
    Picture.objects.update(developed="", rendered="")
    assert backlog.catch_up(never) == 1
    again = Picture.objects.get(pk=shown.pk)
    assert again.rendered == pictures.DONE and again.developed == pictures.mark(again.file.name)
    assert not default_storage.exists(shown.file.name)


def test_e4_lost_files_are_noticed_and_made_anew():
    shown = picture()
    default_storage.delete(shown.renditions.first().file.name)
    assert backlog.lose_what_is_lost() == 1
    assert backlog.catch_up(never) == 1 and shown.renditions.count() == 5


def test_e4_a_picture_whose_file_is_gone_holds_up_no_other(caplog):
    lost, other = picture("lost"), picture("other")
    default_storage.delete(lost.file.name)
    Picture.objects.update(rendered="")
    assert backlog.catch_up(never) == 1 and Picture.objects.get(pk=other.pk).rendered == pictures.DONE
    assert Picture.objects.get(pk=lost.pk).rendered == pictures.FAILED
    assert list(backlog.unfinished(again=True)) == [lost]
