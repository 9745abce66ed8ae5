"""The end of a page holds though desk, press and worker are dead: the reader keeps it by its own clock (R15)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from communique.press.run import Press
from communique.press.serving.answering import Answers
from communique.press.store import Store, StoreReader
from communique.publishing.newsroom import SiteNewsroom
from communique.publishing.readiness import make_ready
from tests.content.stories import article

ENDS = {
    "a day": datetime(2027, 5, 4, 9, 30, tzinfo=UTC),
    "29 February": datetime(2028, 2, 29, 0, 0, tzinfo=UTC),
    "the turn of the year": datetime(2027, 1, 1, 0, 0, tzinfo=UTC),
    "clocks put back": datetime(2027, 10, 31, 1, 0, tzinfo=UTC),
}


class Asked:
    """A request without headers."""

    def get(self, name, default=None):
        return default

    def get_all(self, name):
        return []


@pytest.fixture
def ask(window, tmp_path):
    """Ask a reader who has only what was printed, at a moment; what ends where is in the addresses."""
    make_ready()
    for number, end in enumerate(ENDS.values()):
        article(f"Ends {number}", expire_at=end)
    article("Stays")
    with Store.open(tmp_path, writer="a test") as store:
        press = Press(SiteNewsroom(window), store, tmp_path)
        press.run()
        press.close()
    reader = StoreReader.open(tmp_path)
    answers = Answers(reader, clock=lambda: moment[0].timestamp())
    moment = [datetime.now(UTC)]

    def asked(address, at):
        moment[0] = at
        return answers.answer("GET", address, "", Asked())

    yield asked
    reader.close()


def test_r15_each_page_ends_at_its_own_moment_and_not_before(ask):
    for number, end in enumerate(ENDS.values()):
        address = f"/research/ends-{number}/"
        for before in (timedelta(days=1), timedelta(hours=1), timedelta(seconds=1)):
            answer = ask(address, end - before)
            assert answer.status == 200 and ("cache-control", "public, no-cache") in answer.headers
        for after in (timedelta(0), timedelta(hours=1), timedelta(days=1)):
            assert ask(address, end + after).status == 410


def test_r15_a_reader_whose_clock_is_put_back_answers_as_of_then(ask):
    end = ENDS["a day"]
    assert ask("/research/ends-0/", end).status == 410
    assert ask("/research/ends-0/", end - timedelta(hours=1)).status == 200


def test_r15_what_has_no_end_stays(ask):
    assert ask("/research/stays/", datetime(2099, 1, 1, tzinfo=UTC)).status == 200
