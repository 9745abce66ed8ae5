import gzip
import http.client
from datetime import UTC, datetime, timedelta
from urllib.parse import quote

import brotli
import pytest

from ..pages import page

HOME = b"<h1>Home</h1><nav>About</nav><p>Welcome</p><footer>2026</footer>"
HARBOUR = quote("بندرگاہ")


def test_a_page_is_sent_with_its_fragments(site):
    answer = site.ask("/")
    assert (answer.status, answer.body) == (200, HOME)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"


def test_gzip_is_spliced_and_says_the_same(site):
    answer = site.ask("/", accept_encoding="gzip, deflate, br;q=0.1")
    assert answer.headers["content-encoding"] == "gzip"
    assert gzip.decompress(answer.body) == HOME
    assert int(answer.headers["content-length"]) == len(answer.body)


def test_brotli_is_sent_where_a_page_stands_alone(site):
    answer = site.ask("/about/", accept_encoding="gzip, br")
    assert answer.headers["content-encoding"] == "br"
    assert brotli.decompress(answer.body) == b"<h1>About us</h1>" * 40


def test_a_reader_that_takes_nothing_of_ours_gets_plain_text(site):
    answer = site.ask("/", accept_encoding="zstd, identity;q=0")
    assert (answer.status, answer.body, answer.headers["content-encoding"]) == (200, HOME, None)


def test_pictures_are_sent_as_they_are_and_kept_for_ever(site):
    answer = site.ask("/media/3/harbour.webp", accept_encoding="gzip, br")
    assert (answer.headers["content-encoding"], answer.body) == (None, b"0123456789" * 100)
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("encoding", ["gzip", "br", "identity"])
def test_what_a_reader_has_is_not_sent_again(site, encoding):
    etag = site.ask("/about/", accept_encoding=encoding).headers["etag"]
    for tags in (etag, f'"other", W/{etag}', "*"):
        answer = site.ask("/about/", accept_encoding=encoding, if_none_match=tags)
        assert (answer.status, answer.body, answer.headers["etag"]) == (304, b"", etag)
        assert answer.headers["cache-control"] and answer.headers["vary"]
    assert site.ask("/about/", accept_encoding=encoding, if_none_match='"other"').status == 200


def test_each_encoding_has_its_own_etag(site):
    tags = {site.ask("/about/", accept_encoding=encoding).headers["etag"] for encoding in ("gzip", "br", "identity")}
    assert len(tags) == 3


def test_head_says_what_get_would(site):
    for target in ("/", "/nothing/", "/media/3/harbour.webp"):
        get, head = site.ask(target, accept_encoding="gzip"), site.ask(target, "HEAD", accept_encoding="gzip")
        assert head.body == b""
        told = {name.lower(): value for name, value in head.getheaders()}
        assert told | {"date": ""} == {name.lower(): value for name, value in get.getheaders()} | {"date": ""}


@pytest.mark.parametrize(
    ("asked", "start", "end"),
    [("bytes=0-9", 0, 10), ("bytes=990-", 990, 1000), ("bytes=-5", 995, 1000), ("bytes=5-5000", 5, 1000)],
)
def test_a_range_is_sent_alone(site, asked, start, end):
    answer = site.ask("/media/3/harbour.webp", range=asked)
    assert answer.status == 206
    assert answer.headers["content-range"] == f"bytes {start}-{end - 1}/1000"
    assert answer.body == (b"0123456789" * 100)[start:end]


@pytest.mark.parametrize("asked", ["bytes=0-9", "bytes=1000-"])
def test_a_range_of_a_head_is_ignored(site, asked):
    """RFC 9110, 14.2: only GET has ranges."""
    head = site.ask("/media/3/harbour.webp", "HEAD", range=asked)
    assert (head.status, head.headers["content-length"]) == (200, "1000")


def test_entity_tags_may_come_in_several_lines(site):
    etag = site.ask("/about/").headers["etag"]
    for name, status in (("If-None-Match", 304), ("If-Match", 200)):
        connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
        connection.putrequest("GET", "/about/")
        for tag in ('"other"', etag):
            connection.putheader(name, tag)
        connection.endheaders()
        assert connection.getresponse().status == status
        connection.close()


@pytest.mark.parametrize("asked", ["bytes=0-1,5-6", "bytes=x-1", "bytes=9-1", "pages=1-2", "bytes=-"])
def test_several_ranges_and_nonsense_get_the_whole(site, asked):
    assert site.ask("/media/3/harbour.webp", range=asked).status == 200


def test_a_range_behind_the_end_is_refused(site):
    answer = site.ask("/media/3/harbour.webp", range="bytes=1000-")
    assert (answer.status, answer.headers["content-range"]) == (416, "bytes */1000")


def test_a_range_of_another_version_gets_the_whole(site):
    etag = site.ask("/media/3/harbour.webp").headers["etag"]
    assert site.ask("/media/3/harbour.webp", range="bytes=0-9", if_range=etag).status == 206
    for other in ('"other"', f"W/{etag}", "Tue, 24 Nov 2026 10:00:00 GMT"):
        assert site.ask("/media/3/harbour.webp", range="bytes=0-9", if_range=other).status == 200


@pytest.mark.parametrize(
    ("asked", "target"),
    [
        ("/about", "/about/"),
        ("//about//", "/about/"),
        ("/about/index.html", "/about/"),
        ("/About/", "/about/"),
        ("/feed.xml/", "/feed.xml"),
        ("/old", "/about/"),
        ("/old/", "/about/"),
        ("/?p=12", "/about/"),
        ("/?utm_source=x&p=12", "/about/"),
        ("/?p=13&post_type=event", "/articles/"),
        ("/index.html?p=12", "/about/"),
        ("/about?utm_source=x", "/about/?utm_source=x"),
        (
            "/articles/%d8%a8%d9%86%d8%af%d8%b1%da%af%d8%a7%db%81",
            "/articles/%D8%A8%D9%86%D8%AF%D8%B1%DA%AF%D8%A7%DB%81/",
        ),
    ],
)
def test_nearly_right_addresses_are_one_hop_away(site, asked, target):
    answer = site.ask(asked)
    assert (answer.status, answer.headers["location"]) == (301, target)


@pytest.mark.parametrize("asked", ["/%61bout/", "/about/?utm_source=letter", "/about/?p=12", "/about/?"])
def test_the_same_address_in_other_words_is_answered(site, asked):
    assert site.ask(asked).status == 200


@pytest.mark.parametrize(
    "asked",
    [
        "/nothing/",
        "/?p=99",
        "/?p=12&post_type=event",
        "/%3Fp=12",
        "/~404/en",
        "~404/en",
        "/a/../about/",
        "/%ff",
        "//evil.example/",
    ],
)
def test_other_addresses_get_the_printed_page_for_nothing(site, asked):
    answer = site.ask(asked)
    assert (answer.status, answer.body) in (
        (404, b"<h1>Nothing here</h1><footer>2026</footer>"),
        (400, b"This request is not understood.\n"),
    )


def test_the_page_for_nothing_speaks_the_readers_language(site):
    assert site.ask("/ur/nothing/").body == "<h1>یہاں کچھ نہیں</h1>".encode()
    assert site.ask("/nothing/", accept_language="fr, ur-PK;q=0.8, en;q=0.7").body == "<h1>یہاں کچھ نہیں</h1>".encode()
    assert b"Nothing here" in site.ask("/nothing/", accept_language="fr").body


def test_withdrawn_pages_say_so(site):
    answer = site.ask("/withdrawn/")
    assert (answer.status, answer.body) == (410, b"<h1>Withdrawn</h1>")


def test_published_addresses_are_only_for_reading(site):
    answer = site.ask("/about/", "POST", body=b"x=1")
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")
    assert site.ask("/nothing/", "POST", body=b"x=1").status == 404


@pytest.mark.parametrize(
    "target", ["/", "/feed.xml", "/nothing/", "/old/", "/about", "/media/3/harbour.webp", "/healthz", "/-/x"]
)
def test_every_kind_of_answer_carries_the_protection(site, target):
    headers = site.ask(target).headers
    assert headers["content-security-policy"].startswith("default-src 'none'; script-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["strict-transport-security"]
    assert headers["cross-origin-opener-policy"] == headers["cross-origin-resource-policy"] == "same-origin"


def test_shared_caches_learn_what_a_page_is_made_of(site):
    answer = site.ask("/")
    keys = answer.headers["surrogate-key"].split()
    assert keys[0] == "content.home"
    assert keys[2:] == ["~navigation/en", "~footer/en", "~year/en"]
    assert "stale-while-revalidate" in answer.headers["cache-control"]


def test_a_new_edition_is_answered_from_at_once(site):
    etag = site.ask("/").headers["etag"]
    site.publish(page("~year/en", "2027"), page("/about/us/", "New"))
    assert site.ask("/").body == HOME.replace(b"2026", b"2027")
    assert gzip.decompress(site.ask("/", accept_encoding="gzip").body) == HOME.replace(b"2026", b"2027")
    assert site.ask("/", if_none_match=etag).status == 200
    site.publish(page("~year/en", "2026"))
    assert site.ask("/").headers["etag"] == etag


def test_a_page_past_its_end_is_gone(site):
    now = datetime.now(UTC)
    site.publish(
        page("/ended/", "old", expires=now - timedelta(seconds=1)),
        page("/ending/", "new", expires=now + timedelta(hours=1)),
    )
    assert (site.ask("/ended/").status, site.ask("/ended/").body) == (410, b"<h1>Gone</h1>")
    assert (site.ask("/ending/").status, site.ask("/ending/").headers["cache-control"]) == (200, "public, no-cache")


def test_a_connection_can_be_used_again_after_every_kind_of_answer(site):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    for method, target in (
        ("HEAD", "/"),
        ("GET", "/old/"),
        ("POST", "/about/"),
        ("GET", "/nothing/"),
        ("GET", "/about/"),
    ):
        connection.request(method, target, body=b"x" if method == "POST" else None)
        answer = connection.getresponse()
        answer.read()
    assert answer.status == 200
    connection.close()


def test_each_answer_is_of_one_edition_and_none_steps_back(site):
    def both(number):
        return page("/twice/", f"{number} ", "~twice/en"), page("~twice/en", str(number))

    site.publish(*both(0))
    connection, seen = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10), [0]
    for number in range(1, 60):
        with site.store.edition(cause="an edit") as edition:
            for printed in both(number):
                edition.put(printed)
        for _ in range(5):
            connection.request("GET", "/twice/", headers={"accept-encoding": "gzip"})
            one, other = map(int, gzip.decompress(connection.getresponse().read()).split())
            assert one == other >= seen[-1]
            seen.append(one)
    connection.close()
    assert len(set(seen)) > 2
