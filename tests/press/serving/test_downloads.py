"""Files that were sent whole are counted, and nothing is kept of who asked. Row E6."""

from __future__ import annotations

import pytest

from communique.press.serving.answering import Answers
from communique.press.serving.downloads import FOLDER, taken
from communique.press.store import Store, StoreReader

from ..pages import page, publish
from .test_nothing_there import Headers

FILE = "/media/documents/ab12/ports.pdf"
PERSON = "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"


@pytest.fixture
def answers(tmp_path):
    with Store.open(tmp_path / "press", writer="a test") as store:
        publish(store, page(FILE, "%PDF", media_type="application/pdf"), page("/ports/", "x"))
        yield Answers(StoreReader.open(tmp_path / "press"))


def counted(answers, method="GET", path=FILE, **headers):
    asked = {"user-agent": PERSON, **{name.replace("_", "-"): value for name, value in headers.items()}}
    answers.answer(method, path, "", Headers(asked))
    answers.downloads.leave()
    return taken(answers.reader.folder)


def test_e6_a_file_that_was_sent_whole_is_counted_and_nobody_is_named(answers):
    answers.answer("GET", FILE, "", Headers({"user-agent": PERSON}))
    answers.downloads.leave()
    (left,) = (answers.reader.folder / FOLDER).iterdir()
    assert left.read_bytes() == b'{"%s":1}' % FILE.encode()
    taken(answers.reader.folder)
    assert counted(answers, range="bytes=0-") == [{FILE: 1}], "as some browsers ask for all of it"


@pytest.mark.parametrize(
    "other",
    [
        {"method": "HEAD"},
        {"range": "bytes=1-"},
        {"range": "bytes=0-1"},
        {"path": "/ports/"},
        {"user_agent": "Mozilla/5.0 (compatible; ExampleBot/2.1; +https://bot.example)"},
        {"user_agent": "curl/8.5"},
    ],
)
def test_e6_what_is_no_download_by_a_reader_is_not_counted(answers, other):
    assert counted(answers, **other) == []


def test_e6_what_is_counted_is_never_answered_past_the_counting(answers):
    answers.answer("GET", FILE, "", Headers())
    answers.answer("GET", "/ports/", "", Headers())
    assert set(answers.prepared.plain) == {b"GET /ports/ HTTP/1.1"}
