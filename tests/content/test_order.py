"""Editors put pages in order by hand."""

import pytest
from wagtail.models import Page

from communique.content.models import PlainPage

from .stories import home

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    made = [home().add_child(instance=PlainPage(title=f"Page {number}")) for number in range(12)]
    for page in made:
        Page.objects.get(pk=page.pk).add_child(instance=PlainPage(title="Below"))
    return made


@pytest.mark.parametrize(("taken", "place"), [(11, 0), (0, 11), (5, 1), (1, 6), (3, 4)])
def test_a_page_is_put_in_another_place_among_its_siblings(desk, pages, taken, place):
    wanted = [page.pk for page in pages]
    wanted.insert(place, wanted.pop(taken))
    answer = desk.post(f"/desk/pages/{pages[taken].pk}/set_position/?position={place}")
    assert answer.status_code == 200
    assert [page.pk for page in home().get_children().type(PlainPage)] == wanted
    assert all(Page.objects.get(pk=number).get_children().count() == 1 for number in wanted)
    assert Page.find_problems() == ([], [], [], [], [])
