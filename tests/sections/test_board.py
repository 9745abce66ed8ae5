"""The board: those who sit on it now, and those who did."""

from datetime import UTC, date, datetime

import pytest

from communique.content.models import Person
from communique.sections.about.models import BoardPage, BoardSeat
from tests.content.stories import copies, home

pytestmark = pytest.mark.django_db


def _board():
    amina, hamid, sana = (Person.objects.create(name=name) for name in ("Amina", "Hamid", "Sana"))
    seats = [
        BoardSeat(person=amina, title="Chair"),
        BoardSeat(person=hamid, ended=date(2026, 6, 30)),
        BoardSeat(person=sana, began=date(2027, 1, 1)),
    ]
    return home().add_child(instance=BoardPage(title="Board", seats=seats))


def _named(page, now):
    (printed,) = copies("board", page.pk, now)
    board = printed.context["board"]
    return [one["name"] for one in board["members"]], [one["name"] for one in board["past"]]


def test_a_seat_moves_to_the_past_when_its_last_day_is_over():
    page = _board()
    assert _named(page, datetime(2026, 6, 30, 23, 59, tzinfo=UTC)) == (["Amina", "Hamid"], [])
    assert _named(page, datetime(2026, 7, 1, tzinfo=UTC)) == (["Amina"], ["Hamid"])


def test_a_seat_is_shown_from_its_first_day():
    assert _named(_board(), datetime(2027, 1, 1, tzinfo=UTC))[0] == ["Amina", "Sana"]
