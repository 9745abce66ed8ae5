"""Where there is no page, readers are offered pages with addresses like it, and what was asked for is counted. B12."""

from __future__ import annotations

import gzip
from urllib.parse import quote

import pytest

from communique.press.objects import HTML
from communique.press.serving.answering import Answers
from communique.press.serving.misses import Misses, is_kept, taken
from communique.press.serving.nearby import Nearby
from communique.press.serving.suggestions import A_SECOND
from communique.press.serving.tallies import EVERY, MOST_FILES, MOST_NAMES
from communique.press.store import Store, StoreReader

from ..pages import page, publish

LANGUAGES = ("en", "ur")


def titled(address, title, **kind):
    text = f"<html><head><title>{title} – Institute</title></head><body><h1>{title}</h1></body></html>"
    return page(address, text, media_type=HTML, **kind)


PAGES = (
    titled("/", "Home"),
    titled("/articles/", "Articles"),
    titled("/articles/ports-of-the-gulf/", "Ports &amp; the &lt;Gulf&gt;"),
    titled("/articles/ports-of-the-north/", "Ports of the North"),
    titled("/articles/grain/", "Grain"),
    titled("/ur/", "صفحۂ اول"),
    titled("/ur/مضامین/خلیج-کی-بندرگاہیں/", "خلیج کی بندرگاہیں"),
    titled("/withdrawn/ports-of-the-gulf/", "Withdrawn", status=410),
    page("/media/1/ports-of-the-gulf.webp", "x", media_type="image/webp"),
    page("/old-ports-of-the-gulf/", status=301, headers=(("Location", "/articles/ports-of-the-gulf/"),)),
    page("~404/en", "<h1>Nothing here</h1>", "~nearby", "<p>On.</p>", media_type=HTML, status=404),
    page("~404/ur", "<h1>یہاں کچھ نہیں</h1>", "~nearby", media_type=HTML, status=404),
    page("~suggestions/en", "<h2>Perhaps</h2><ul>", "~nearby-links", "</ul>"),
    page("~suggestions/ur", "<h2>شاید</h2><ul>", "~nearby-links", "</ul>"),
)


class Headers(dict):
    def get_all(self, name):
        return [self[name]] if name in self else []


@pytest.fixture
def clock():
    return lambda: 1_000_000.0


@pytest.fixture
def answers(tmp_path, clock):
    with Store.open(tmp_path / "press", writer="a test") as store:
        publish(store, *PAGES)
        made = Answers(StoreReader.open(tmp_path / "press"), clock=clock)
        while not made.suggestions.nearby.is_whole:
            made.suggestions.nearby.work(3)
        yield made


def body(answers, path, method="GET", **headers):
    answer = answers.answer(method, path, "", Headers({"accept-encoding": "identity", **headers}))
    assert answer.status == 404
    return answer.body.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/articles/ports-of-teh-gulf/",  # two letters exchanged
        "/articles/ports-of-the-gul",  # the end lost on the way
        "/ports-of-the-gulf/",  # another section
        "/2019/05/Ports-of-the-Gulf.html",  # as a former site had it
        "/articles/orts-of-the-gulf/",
    ],
)
def test_b12_a_page_with_an_address_like_it_is_offered_by_its_title(answers, path):
    told = body(answers, path)
    assert '<li><a href="/articles/ports-of-the-gulf/"><bdi>Ports &amp; the &lt;Gulf&gt;</bdi></a></li>' in told
    assert told.startswith("<h1>Nothing here</h1><h2>Perhaps</h2><ul><li>") and told.endswith("</ul><p>On.</p>")


def test_b12_only_pages_that_can_be_read_are_offered(answers):
    told = body(answers, "/articles/ports-of-the-gulfs/")
    assert "withdrawn" not in told and "/media/" not in told and "old-ports" not in told


def test_b12_in_the_language_of_the_path(answers):
    told = body(answers, "/ur/مضامین/خلیج-کی-بندرگاہ/")
    assert f'href="{quote("/ur/مضامین/خلیج-کی-بندرگاہیں/")}"' in told and "شاید" in told
    assert "/ur/" not in body(answers, "/articles/خلیج-کی-بندرگاہ/")


def test_b12_else_the_page_above_is_offered_and_at_last_nothing(answers):
    assert '<li><a href="/articles/"><bdi>Articles</bdi></a></li>' in body(answers, "/articles/zzzz/")
    assert "<h2>" not in body(answers, "/zzzz/")
    assert "<h2>" not in body(answers, "/ur/zzzz/")


@pytest.mark.parametrize(
    "path", ["/articles/ports-of-the-gulf<script>alert(1)</script>/", '/articles/"><img src=x>/', "/articles/\0ports/"]
)
def test_b12_nothing_of_what_was_asked_for_is_in_the_answer(answers, path):
    told = body(answers, path)
    assert "script" not in told and "img" not in told and "\0" not in told


def test_b12_head_says_what_get_would_and_gzip_says_the_same(answers):
    path = "/articles/ports-of-the-gul"
    got = answers.answer("GET", path, "", Headers({"accept-encoding": "gzip"}))
    head = answers.answer("HEAD", path, "", Headers({"accept-encoding": "gzip"}))
    assert got.headers == head.headers
    assert gzip.decompress(got.body).decode() == body(answers, path)
    told = dict(got.headers)
    assert told["content-length"] == str(len(got.body)) and "etag" not in told
    assert told["vary"] == "accept-encoding, accept-language" and "s-maxage=10" in told["cache-control"]


def test_b12_a_flood_of_wrong_addresses_is_answered_without_searching(answers):
    told = [body(answers, "/articles/ports-of-the-gul") for _ in range(A_SECOND + 5)]
    assert "<h2>" in told[A_SECOND - 1] and told[-1] == "<h1>Nothing here</h1><p>On.</p>"


def test_b12_a_new_page_is_offered_and_one_that_is_gone_is_not(tmp_path, clock):
    with Store.open(tmp_path / "press", writer="a test") as store:
        publish(store, *PAGES)
        answers = Answers(StoreReader.open(tmp_path / "press"), clock=clock)
        answers.suggestions.nearby.work()
        with store.edition(cause="an edit") as edition:
            edition.put(titled("/articles/harbours/", "Harbours"))
            edition.remove("/articles/ports-of-the-gulf/")
        answers.apply(answers.reader.changes())
        assert "/articles/harbours/" in body(answers, "/articles/harbour")
        assert "/articles/ports-of-the-gulf/" not in body(answers, "/articles/ports-of-the-gul")


def test_b12_an_index_of_many_is_bounded_in_what_it_compares():
    class Entry:
        status, media_type = 200, "text/html"

    entries = {f"/articles/ports-of-{number}-harbours/": Entry for number in range(20_000)}
    nearby = Nearby(entries)
    while not nearby.is_whole:
        nearby.work()
    seen = []
    nearby._is_page = lambda address: seen.append(address) or True
    assert len(nearby.like("/articles/ports-of-the-harbours/", LANGUAGES)) <= 5
    assert 0 < len(seen) <= 210


def test_b12_what_was_asked_for_is_counted_without_who_asked(tmp_path):
    now = [0.0]
    misses = Misses(tmp_path, lambda: now[0])
    for _ in range(3):
        misses.note("/articles/lost/", "text/html,*/*")
    misses.note("/articles/lost/", "*/*")  # no browser
    assert not misses.is_due
    now[0] = EVERY
    assert misses.is_due
    misses.leave()
    assert taken(tmp_path) == [{"/articles/lost/": 3}] and taken(tmp_path) == []


@pytest.mark.parametrize(
    "path",
    [
        "/reset/4f9c0b7e21d84c5a9d3e/" + "a1" * 12,
        "/confirm/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9x1/",
        "/unsubscribe/amina@institute.example/",
        "/-/anything/",
        "/wp-login.php",
        "/.env",
        "/" + "a" * 300,
        "/articles/\x1b[2J/",
    ],
)
def test_b12_what_may_be_a_secret_or_what_machines_try_is_never_kept(path):
    assert not is_kept(path)


@pytest.mark.parametrize("path", ["/articles/ports-of-the-gulf/", "/2019/05/17/report", "/ur/مضامین/خلیج-کی-بندرگاہ/"])
def test_b12_what_a_person_follows_is_kept(path):
    assert is_kept(path)


def test_b12_neither_memory_nor_disk_grows_with_what_is_asked(tmp_path):
    misses = Misses(tmp_path, lambda: 0.0)
    for batch in range(MOST_FILES + 5):
        for number in range(MOST_NAMES + 50):
            misses.note(f"/lost/{batch}/{number}/", "text/html")
        misses.leave()
    told = taken(tmp_path)
    assert len(told) == MOST_FILES and all(len(counts) == MOST_NAMES for counts in told)


def test_b12_a_query_is_never_kept(answers, tmp_path):
    answers.answer("GET", "/articles/lost/", "token=SECRET", Headers({"accept": "text/html"}))
    answers.misses.leave()
    assert taken(tmp_path / "press") == [{"/articles/lost/": 1}]


def test_b12_where_nothing_can_be_written_readers_are_answered_all_the_same(tmp_path):
    (tmp_path / "missed").write_text("a file where the folder should be")
    misses = Misses(tmp_path, lambda: 0.0)
    misses.note("/lost/", "text/html")
    misses.leave()
    misses.note("/lost/", "text/html")
    misses.leave()
