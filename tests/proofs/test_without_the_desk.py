"""The desk killed, the content database moved away: readers notice nothing, and forms say so in words."""

from __future__ import annotations

import gzip
import http.client
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

import brotli
import pytest

from communique.press.store import Entry, StoreReader
from tests.waiting import free_port, until

from .conftest import copied
from .sites import running, whole

pytestmark = pytest.mark.together("printed")

SIGNS = {
    "image/avif": (4, b"ftypavif"),
    "image/webp": (0, b"RIFF"),
    "image/jpeg": (0, b"\xff\xd8\xff"),
    "image/png": (0, b"\x89PNG"),
}
"""What files of a kind begin with, and where."""

ENCODINGS = {"identity": bytes, "gzip": gzip.decompress, "br": brotli.decompress}
SOON = 2.0  # seconds


@dataclass
class Stranded:
    """A reader alone, and what had been printed."""

    port: int
    bodies: dict[str, bytes] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)
    pieces: dict[str, bytes] = field(default_factory=dict)

    def ask(self, address: str, method: str = "GET", body: str | None = None, **headers: str):
        """Ask as a reader would, and wait no longer than one would."""
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self.port, timeout=SOON)) as line:
            line.request(method, quote(address, safe="/?=&%:~"), body, {"accept-encoding": "identity"} | names)
            answer = line.getresponse()
            answer.body = answer.read()
            return answer

    def answers(self) -> bool:
        try:
            return self.ask("/healthz").status == 200
        except OSError:
            return False

    def of_status(self, status: int) -> Iterator[str]:
        """The published addresses that were printed with this status."""
        return (address for address in self.bodies if self.entries[address].status == status)


@pytest.fixture(scope="module")
def stranded(printed_site, tmp_path_factory) -> Iterator[Stranded]:
    """A small site was printed; then its database goes, and only a reader is started."""
    site = copied(printed_site, tmp_path_factory.mktemp("stranded"))
    for file in (site.folder / "data").glob("content.sqlite3*"):
        file.rename(site.folder / f"away-{file.name}")
    with running(site, "reader", COMMUNIQUE_RUN_DESK_PORT=str(free_port())) as port:
        alone = Stranded(port)
        with closing(StoreReader.open(site.store)) as store:
            alone.entries = dict(store.entries)
            alone.bodies = {entry.address: whole(store, entry) or b"" for entry in store.entries.values()}
        alone.pieces = {name: alone.bodies.pop(name) for name in list(alone.bodies) if name.startswith("~")}
        until(alone.answers)
        yield alone


def test_n2_every_published_address_answers_with_what_was_printed(stranded):
    for address, body in stranded.bodies.items():
        answer = stranded.ask(address)
        assert (answer.status, answer.body) == (stranded.entries[address].status, body), address
        assert answer.getheader("content-type") == stranded.entries[address].media_type
    found = {status: len(list(stranded.of_status(status))) for status in (200, 301, 410)}
    print(f"{len(stranded.bodies)} addresses: {found}")
    assert min(found.values()) > 0


def test_n2_old_addresses_lead_in_one_hop_to_a_page(stranded):
    old = list(stranded.of_status(301))
    assert "/?p=12" in old
    for address in old:
        answer = stranded.ask(address)
        assert stranded.ask(unquote(answer.getheader("location"))).status == 200


def test_n2_pages_are_styled(stranded):
    page = stranded.ask("/").body.decode()
    (sheet,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    styles = stranded.ask(sheet)
    assert styles.getheader("content-type").startswith("text/css")
    fonts = re.findall(r'url\("(/_/assets/[^"]+\.woff2)"\)', styles.body.decode())
    assert fonts
    for font in fonts:
        assert stranded.ask(font).getheader("content-type") == "font/woff2"


def test_n2_pictures_are_there(stranded):
    pictures = [address for address in stranded.bodies if address.startswith("/media/")]
    assert pictures
    for address in pictures:
        answer = stranded.ask(address)
        place, sign = SIGNS[answer.getheader("content-type")]
        assert answer.body[place:].startswith(sign), address


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_n2_every_encoding_holds_the_same(stranded, encoding):
    sent = set()
    for address in stranded.of_status(200):
        answer = stranded.ask(address, accept_encoding=encoding)
        used = answer.getheader("content-encoding", "identity")
        sent.add(used)
        assert used in (encoding, "identity")
        assert ENCODINGS[used](answer.body) == stranded.bodies[address], address
        assert int(answer.getheader("content-length")) == len(answer.body)
    assert encoding in sent


def test_n2_who_has_it_already_is_told_so(stranded):
    for address in stranded.of_status(200):
        for encoding in ENCODINGS:
            etag = stranded.ask(address, accept_encoding=encoding).getheader("etag")
            again = stranded.ask(address, accept_encoding=encoding, if_none_match=etag)
            assert (again.status, again.body, again.getheader("etag")) == (304, b"", etag)
            assert stranded.ask(address, accept_encoding=encoding, if_none_match='"another"').status == 200


def test_n2_ranges_are_stretches_of_the_whole(stranded):
    for address in stranded.of_status(200):
        body = stranded.bodies[address]
        for wanted, stretch in (("0-9", body[:10]), ("5-", body[5:]), ("-7", body[-7:])):
            part = stranded.ask(address, range=f"bytes={wanted}")
            assert (part.status, part.body) == (206, stretch), (address, wanted)
            assert part.getheader("content-range").endswith(f"/{len(body)}")
        assert stranded.ask(address, range=f"bytes={len(body)}-").status == 416
        assert stranded.ask(address, range="bytes=0-9", if_range='"another"').body == body


def test_n2_heads_are_those_of_the_pages(stranded):
    for address in stranded.bodies:
        head, page = stranded.ask(address, "HEAD"), stranded.ask(address)
        assert (head.status, head.body) == (page.status, b"")
        assert dict(head.getheaders()) | {"date": ""} == dict(page.getheaders()) | {"date": ""}, address


def test_n2_what_is_not_there_gets_the_printed_page_for_that(stranded):
    for address, language in (
        ("/nothing/", "en"),
        ("/ur/nothing/", "ur"),
        ("/~404/en", "en"),
    ):
        answer = stranded.ask(address)
        assert (answer.status, answer.body) == (404, stranded.pieces[f"~404/{language}"]), address


def test_b12_what_was_mistyped_gets_the_printed_page_with_what_is_near(stranded):
    answer = stranded.ask("/articles/report-1")
    before, after = stranded.pieces["~404/en"][:200], stranded.pieces["~404/en"][-200:]
    assert answer.status == 404 and answer.body.startswith(before) and answer.body.endswith(after)
    assert b'href="/articles/report-2/"' in answer.body


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("address", ["/-/accounts/login/", "/-/comments/", "/desk/", "/desk/pages/3/edit/"])
def test_n2_live_places_say_in_words_that_they_are_away(stranded, address, method):
    answer = stranded.ask(address, method, body="name=Sana" if method == "POST" else None)
    assert (answer.status, answer.body) == (503, stranded.pieces["~503/en"])
    assert int(answer.getheader("retry-after")) > 0
    assert answer.getheader("cache-control") == "no-store"


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_n2_published_pages_can_only_be_read(stranded, method):
    answer = stranded.ask("/articles/", method, body="x")
    assert (answer.status, answer.getheader("allow")) == (405, "GET, HEAD")
    assert stranded.ask("/nothing/", method, body="x").status == 404
