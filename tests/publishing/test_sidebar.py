"""Beside every page stands what is new elsewhere, put there when it is read: a new one prints none of them again."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, date, datetime

import pytest

from communique.content.models import PlainPage, Topic
from communique.press.run import Press
from communique.press.store import Store, StoreReader
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import NOW, article, copies, home, section
from tests.proofs.sites import whole
from tests.sections.test_events import event
from tests.sections.test_media import coverage

from .pressroom import published

SIDEBAR = ["~articles-beside/en", "~events-beside/en", "~media-beside/en"]


class Dated(SiteNewsroom):
    """The site at a moment of the tests."""

    at = NOW

    def now(self) -> datetime:
        return self.at


@pytest.mark.django_db
def test_every_page_has_it_but_the_home_page_and_what_is_no_page():
    topic = Topic.objects.create(title="Ports")
    one = article("Ports", topics=[topic])
    assert copies("article", one.pk)[0].context["frame"]["sidebar"] == SIDEBAR
    assert copies("topic", topic.pk)[0].context["frame"]["sidebar"] == SIDEBAR
    assert copies("home", home().pk)[0].context["frame"]["sidebar"] == []
    notices = [one.context["frame"] for one in copies("pieces", "en") if "frame" in one.context]
    assert notices and not any(frame["sidebar"] for frame in notices)


@pytest.mark.django_db
def test_a_list_does_not_say_again_beside_it_what_it_shows():
    assert copies("section", section().pk)[0].context["frame"]["sidebar"] == SIDEBAR[1:]
    assert copies("events", event().get_parent().pk)[0].context["frame"]["sidebar"] == [SIDEBAR[0], SIDEBAR[2]]
    assert copies("media-section", coverage().get_parent().pk)[0].context["frame"]["sidebar"] == SIDEBAR[:2]


@pytest.mark.django_db
def test_it_is_empty_where_there_is_nothing():
    home("en")
    assert copies("articles-beside", "en")[0].context["articles"] == []
    assert copies("events-beside", "en")[0].context["events"] == []
    assert copies("media-beside", "en")[0].context["articles"] == []


def test_what_is_new_is_beside_a_page_that_is_not_printed_again(window, tmp_path):
    make_ready()
    home().add_child(instance=PlainPage(title="About", slug="about", language="en"))
    article("Old")
    with Store.open(tmp_path, writer="a test") as store:
        newsroom = Dated(window)
        press = Press(newsroom, store, tmp_path)
        press.run()
        before = published(tmp_path)
        article("Silos", days=400)
        event("Grain", date(2026, 12, 3))
        piece = coverage()
        press.run()
        assert published(tmp_path)["/about/"] == before["/about/"]
        assert all(title in read(tmp_path, "/about/") for title in ("Silos", "Grain", piece.title))
        assert piece.title in read(tmp_path, "/in-the-media/") and "~media-beside" not in read(tmp_path, "/about/")
        newsroom.at = datetime(2027, 1, 1, tzinfo=UTC)
        press.run()
        assert "Silos" in read(tmp_path, "/about/") and "Grain" not in read(tmp_path, "/about/")
        press.close()


def read(folder, address):
    """A page as readers get it."""
    with closing(StoreReader.open(folder)) as reader:
        return whole(reader, reader.entries[address]).decode()
