"""Lists: numbered from the oldest, so that a new entry changes the newest page alone."""

import pytest

from communique.content.lists import PAGE
from communique.content.models import Leaf, Person, Topic
from communique.content.questions.lists import newest, older

from .stories import article, asking, copies, section

pytestmark = pytest.mark.django_db


def _publish(count, *, start=0, every=5, **fields):
    return [article(f"Article {number}", days=number * every, **fields) for number in range(start, start + count)]


def _shelf():
    return f"section:{section().pk}"


def test_the_newest_page_has_from_twenty_to_thirty_nine():
    there = 0
    for count, on_newest, number in ((0, 0, 1), (39, 39, 1), (40, 20, 2), (59, 39, 2), (60, 20, 3)):
        _publish(count - there, start=there)
        there = count
        leaf = newest(asking(), _shelf())
        assert (len(leaf.entries), leaf.number) == (on_newest, number)
        assert sorted(Leaf.objects.filter(shelf=_shelf()).values_list("number", flat=True)) == list(range(1, number))


def test_every_entry_stands_on_one_page_and_older_pages_have_twenty():
    published = _publish(67, every=11)
    ask = asking()
    first, second, last = older(ask, _shelf(), 1), older(ask, _shelf(), 2), newest(ask, _shelf())
    assert len(first.entries) == len(second.entries) == PAGE
    told = [number for leaf in (last, second, first) for number, _ in leaf.entries]
    assert told == [page.pk for page in reversed(published)]
    assert older(ask, _shelf(), 3) is None
    assert (first.older, first.newer, second.newer, last.older) == (None, 2, 0, 2)


def test_a_new_entry_leaves_older_pages_as_they_were():
    _publish(50)
    before = older(asking(), _shelf(), 1)
    _publish(5, start=50)
    assert older(asking(), _shelf(), 1) == before


def test_an_older_page_goes_when_the_list_grows_short():
    published = _publish(41)
    assert older(asking(), _shelf(), 1)
    for page in published[:2]:
        page.unpublish()
    assert older(asking(), _shelf(), 1) is None
    assert len(newest(asking(), _shelf()).entries) == 39


def test_older_pages_have_their_own_addresses():
    _publish(40)
    (leaf,) = Leaf.objects.filter(shelf=_shelf())
    (printed,) = copies("older page", leaf.pk)
    assert printed.address == "/research/page/1/"
    assert printed.context["newer"] == {"address": "/research/", "number": 2}


def test_a_topic_has_a_page_in_each_language_that_it_has_articles_in():
    topic = Topic.objects.create(title="Gas and grain")
    assert copies("topic", topic.pk) == []
    article("Ports", topics=[topic])
    article("گیس", topics=[topic], language="ur")
    assert [one.address for one in copies("topic", topic.pk)] == ["/topics/gas-and-grain/", "/ur/topics/gas-and-grain/"]


def test_a_person_has_a_page_when_there_is_something_to_show():
    amina = Person.objects.create(name="Amina Rahman", email="amina@private.example")
    assert copies("person", amina.pk) == []
    article("Ports", author=amina)
    (printed,) = copies("person", amina.pk)
    assert [card["byline"] for card in printed.context["articles"]] == ["Amina Rahman"]
    assert "private.example" not in repr(printed.context)


def test_a_renamed_topic_leaves_redirects():
    from communique.publishing.models import Address

    topic = Topic.objects.create(title="Gas")
    topic.slug = "energy"
    topic.save()
    topic.slug = "power"
    topic.save()
    told = dict(Address.objects.filter(state="old", page=None).values_list("address", "target"))
    assert told["/topics/gas/"] == told["/topics/energy/"] == "/topics/power/"
    assert told["/ur/topics/gas/"] == "/ur/topics/power/"
