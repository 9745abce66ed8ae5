"""Where the desk has nothing to say, readers get the page that was printed for that."""

import pytest
from django.conf import settings

from communique.accounts import frame
from communique.press.store import Store
from tests.press.pages import page, publish

pytestmark = pytest.mark.django_db


@pytest.fixture
def printed(monkeypatch, tmp_path):
    with Store.open(tmp_path, writer="test") as store:
        publish(store, page("~404/en", "<h1>Not here</h1>", "~footer"), page("~404/ur", "نہیں"))
        publish(store, page("~503/en", "<h1>Later</h1>"), page("~footer", "<footer>2026</footer>"))
    monkeypatch.setattr(type(settings.COMMUNIQUE), "press_folder", tmp_path)


def test_a_live_address_that_is_none_gets_the_printed_page(client, printed):
    answer = client.get("/-/nothing/")
    assert (answer.status_code, answer.content) == (404, b"<h1>Not here</h1><footer>2026</footer>")
    assert answer["cache-control"] == "no-store"


def test_it_speaks_the_readers_language(client, printed):
    assert client.get("/-/nothing/", headers={"accept-language": "ur"}).content.decode() == "نہیں"


def test_a_fault_of_ours_is_no_other_thing_to_them(rf, printed):
    answer = frame.went_wrong(rf.get("/-/nothing/"))
    assert (answer.status_code, answer.content) == (500, b"<h1>Later</h1>")


def test_as_long_as_nothing_is_printed_it_says_so_barely(client, monkeypatch, tmp_path):
    monkeypatch.setattr(type(settings.COMMUNIQUE), "press_folder", tmp_path)
    answer = client.get("/-/nothing/")
    assert (answer.status_code, b"<h1>404</h1>" in answer.content) == (404, True)
