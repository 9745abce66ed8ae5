"""Two deeds on one page: the second begins when the first has ended."""

from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from wagtail import hooks

from .forms import filled
from .stories import section

pytestmark = pytest.mark.django_db(transaction=True)


def another(client):
    """The same person in another window."""
    other = Client()
    other.cookies = client.cookies
    return other


def edit(page):
    return f"/desk/pages/{page.pk}/edit/"


def test_an_autosave_does_not_take_down_what_is_published_meanwhile(desk):
    page = section("Ports", live=False)
    fields = filled(desk.get(edit(page)).content.decode())
    said = []

    def publish():
        answer = another(desk).post(edit(page), fields | {"action-publish": "action-publish"})
        said.append(answer.status_code)
        connection.close()

    publishing = Thread(target=publish)

    def press_publish(request, page):
        """The autosave has read the page, and hasn't written it."""
        if request.headers.get("Accept") == "application/json":
            publishing.start()
            publishing.join(2)  # without turns, it is done by then

    with hooks.register_temporarily("before_edit_page", press_publish):
        desk.post(edit(page), fields, headers={"Accept": "application/json"})
    publishing.join()
    page.refresh_from_db()
    assert said == [302] and page.live


def test_what_fails_half_way_leaves_nothing(desk):
    page = section("Ports", live=False)
    fields = filled(desk.get(edit(page)).content.decode(), title="Ports and piers")

    def fail(request, page):
        raise OSError("no ink")

    with hooks.register_temporarily("before_publish_page", fail), pytest.raises(OSError, match="no ink"):
        desk.post(edit(page), fields | {"action-publish": "action-publish"})
    page.refresh_from_db()
    assert (page.title, page.revisions.count()) == ("Ports", 0)
