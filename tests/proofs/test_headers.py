"""The headers of every kind of answer, in the points of MDN's HTTP Observatory, of a site that is reached by https."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any
from urllib.parse import quote

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from communique.press.store import StoreReader
from communique.site.protection import Protected
from tests.waiting import free_port, until

from .observatory import points
from .sites import Site, running

ALL = 140  # what can be had without asking browsers to preload the site, and without shutting films of others out
AT_THE_DESK = 80  # Wagtail writes scripts into its pages, which costs 20, and whoever has less than 90 gets no bonus


@pytest.fixture(scope="module")
def reader(printed_site: Site) -> Iterator[Reader]:
    """A reader of the printed site, told that it is reached by https; no desk is there."""
    address = "https://institute.example"
    surroundings = {"COMMUNIQUE_SITE_ADDRESS": address, "COMMUNIQUE_RUN_DESK_PORT": str(free_port())}
    with running(printed_site, "reader", **surroundings) as port:
        with closing(StoreReader.open(printed_site.store)) as store:
            kinds = {(entry.status, entry.media_type): entry.address for entry in store.entries.values()}
            published = [entry.address for entry in store.entries.values() if not entry.address.startswith("~")]
        asked = Reader(port, kinds, published)
        until(asked.answers)
        yield asked


class Reader:
    """Where it answers, and what was printed: an address of each kind, and all of them."""

    def __init__(self, port: int, kinds: dict[tuple[int, str], str], published: list[str]) -> None:
        self._port, self.kinds, self.published = port, kinds, published

    def ask(self, target: str, method: str = "GET", **headers: str) -> http.client.HTTPResponse:
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        with closing(http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)) as line:
            line.request(method, quote(target, safe="/?=&%:~"), headers=names)
            answer = line.getresponse()
            answer.read()
            return answer

    def answers(self) -> bool:
        try:
            return self.ask("/healthz").status == 200
        except OSError:
            return False


def worth(answer: http.client.HTTPResponse) -> int:
    headers = answer.getheaders()
    assert "unsafe" not in json.dumps(headers)
    return points(headers)


def test_s8_every_published_address_is_worth_all_points(reader):
    assert len(reader.kinds) > 8
    assert {address: found for address in reader.published if (found := worth(reader.ask(address))) != ALL} == {}


def test_s8_so_is_every_other_kind_of_answer(reader):
    page, etag = "/articles/", reader.ask("/articles/").getheader("etag")
    answers: dict[int, http.client.HTTPResponse] = {}
    for answer in (
        reader.ask(page, if_none_match=etag),
        reader.ask(page, range="bytes=0-9"),
        reader.ask(page, range="bytes=99999999-"),
        reader.ask(page, if_match='"another"'),
        reader.ask(page, "POST"),
        reader.ask(page, "HEAD"),
        reader.ask("/nothing/"),
        reader.ask("/articles"),
        reader.ask("/desk"),
        reader.ask("/-/accounts/login/"),
    ):
        assert worth(answer) == ALL, answer.status
        answers[answer.status] = answer
    assert set(answers) == {200, 206, 301, 302, 304, 404, 405, 412, 416, 503}


@pytest.mark.parametrize(
    ("without", "left"),
    [
        ({"content-security-policy"}, 55),
        ({"strict-transport-security"}, 80),
        ({"x-content-type-options"}, 135),
        ({"content-security-policy", "strict-transport-security", "x-content-type-options"}, 30),
    ],
)
def test_s8_what_is_missing_costs_points(reader, without, left):
    assert points((name, value) for name, value in reader.ask("/").getheaders() if name not in without) == left


@pytest.fixture
def by_https(settings: Any) -> Callable[[HttpResponse], int]:
    """What an answer of the desk is worth when the site is reached by https."""
    told = settings.COMMUNIQUE
    secure = told.site.model_copy(update={"address": "https://institute.example"})
    settings.COMMUNIQUE = told.model_copy(update={"site": secure})
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True

    def worth(answer: HttpResponse) -> int:
        protected = Protected(lambda _: answer)(RequestFactory().get(answer.wsgi_request.path))
        cookies = [("set-cookie", cookie.OutputString()) for cookie in answer.cookies.values()]
        return points([*protected.headers.items(), *cookies])

    return worth


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/desk/", "/desk/pages/", "/desk/account/", "/desk/nothing/", "/desk/uploads/no"])
def test_s8_the_desk_lacks_only_what_wagtails_own_scripts_forbid(by_https, desk, address):
    assert by_https(desk.get(address)) >= AT_THE_DESK


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/-/nothing/", "/-/accounts/password/reset/done/"])
def test_s8_live_pages_are_worth_all_points(by_https, client, address):
    assert by_https(client.get(address)) >= ALL
