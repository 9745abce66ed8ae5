"""What those who write, and those who publish, may do at the desk from the beginning."""

import pytest

from .stories import article, home

pytestmark = pytest.mark.django_db

PEOPLE, TOPICS = "/desk/snippets/content/person/add/", "/desk/snippets/content/topic/add/"
OUTLETS = "/desk/snippets/media/outlet/add/"
MENUS, TYPES = "/desk/snippets/content/navigation/add/", "/desk/snippets/articles/articletype/add/"
ORGANISATION, ACCOUNTS = "/desk/settings/content/organisation/", "/desk/users/"


def open_to(client, person, places):
    client.force_login(person)
    return {place for place in places if client.get(place, follow=True).redirect_chain[-1:] != [("/desk/", 302)]}


def test_who_writes_may_name_people_topics_and_outlets(client, amina):
    home()
    places = {PEOPLE, TOPICS, OUTLETS, MENUS, TYPES, ORGANISATION, ACCOUNTS}
    assert open_to(client, amina, places) == {PEOPLE, TOPICS, OUTLETS}


def test_who_publishes_may_see_to_all_that_readers_see(client, hamid):
    home()
    places = {PEOPLE, TOPICS, OUTLETS, MENUS, TYPES, ORGANISATION, ACCOUNTS}
    assert open_to(client, hamid, places) == places - {ACCOUNTS}


def test_who_writes_publishes_nothing(client, amina):
    page = article("Ports", live=False)
    client.force_login(amina)
    assert "action-publish" not in client.get(f"/desk/pages/{page.pk}/edit/").content.decode()
