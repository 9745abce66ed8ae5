import http.client
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from communique.press.serving import forwarding
from communique.press.serving.environment import Environment, NotUnderstood
from communique.press.serving.forwarding import is_forwarded
from communique.press.serving.server import CannotListen, run
from communique.press.serving.token import reader_token
from communique.press.store import Store

from ..pages import page
from .conftest import SMALL_SITE, a_reader


class FakeDesk(BaseHTTPRequestHandler):
    """Tells what it was asked, in headers and body."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length) if length else self.chunks()
        size = 300_000 if "large" in self.path else 0
        answer = body + b"." * size
        self.send_response(303 if "redirect" in self.path else 200)
        for name, value in self.headers.items():
            self.send_header("x-got-" + name, value)
        self.send_header("x-got", f"{self.command} {self.path}")
        self.send_header("set-cookie", "a=1")
        self.send_header("set-cookie", "b=2")
        self.send_header("location", "/-/thanks/")
        self.send_header("connection", "x-private")
        self.send_header("x-private", "between us")
        self.send_header("content-length", str(len(answer) + ("short" in self.path)))
        self.end_headers()
        self.close_connection |= "short" in self.path
        if self.command != "HEAD":
            self.wfile.write(answer)

    do_POST = do_HEAD = do_PUT = do_GET

    def chunks(self):
        if self.headers.get("transfer-encoding") != "chunked":
            return b""
        body = b""
        while size := int(self.rfile.readline() or b"0", 16):  # the reader gives up on a body that is too large
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def desk(site):
    server = ThreadingHTTPServer(("127.0.0.1", site.desk_port), FakeDesk)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def test_live_actions_are_passed_on_with_their_body(site, desk):
    answer = site.ask("/-/comment/?page=12&x=%D8%A8", "POST", body=b"text=" + b"x" * 200_000)
    assert answer.headers["x-got"] == "POST /-/comment/?page=12&x=%D8%A8"
    assert answer.body == b"text=" + b"x" * 200_000


def test_a_body_of_unknown_length_is_passed_on_as_it_comes(site, desk):
    answer = site.ask("/desk/uploads/", "PUT", body=iter([b"one ", b"two"]))
    assert answer.body == b"one two"


def test_large_answers_are_passed_back(site, desk):
    assert len(site.ask("/desk/large").body) == 300_000


def test_the_desks_cookies_and_redirects_come_back_as_they_are(site, desk):
    answer = site.ask("/-/redirect", "POST", body=b"x", cookie="session=s")
    assert (answer.status, answer.headers["location"]) == (303, "/-/thanks/")
    assert answer.headers.get_all("set-cookie") == ["a=1", "b=2"]
    assert answer.headers["x-got-cookie"] == "session=s"
    assert answer.headers["x-private"] is None


def test_nobody_but_the_reader_says_where_a_request_came_from(site, desk):
    forged = {
        "x-forwarded-for": "8.8.8.8",
        "x-forwarded-proto": "http",
        "x-forwarded-host": "evil.example",
        "forwarded": "for=8.8.8.8",
        "x-communique-reader": "guess",
        "x-real-ip": "8.8.8.8",
        "x_forwarded_for": "8.8.8.8",  # to the desk, one name with the other
        "x_communique_reader": "guess",
        "x_real_ip": "8.8.8.8",
    }
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.request("GET", "/-/x", headers=forged | {"host": "institute.example"})
    got = connection.getresponse().headers
    connection.close()
    assert not [name for name in got if "_" in name]
    assert got["x-got-x-forwarded-for"] == "127.0.0.1"
    assert got["x-got-x-forwarded-proto"] == "https"
    assert got["x-got-x-forwarded-host"] == got["x-got-host"] == "institute.example"
    assert got["x-got-x-communique-reader"] == reader_token(site.folder / "reader-token")
    assert got["x-got-forwarded"] is None and got["x-got-x-real-ip"] is None


def test_too_large_a_body_is_refused_by_what_it_says_of_itself(site, desk):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.putrequest("POST", "/-/comment/")
    connection.putheader("content-length", str(4 * 1024 * 1024 + 1))
    connection.endheaders()
    assert connection.getresponse().status == 413
    connection.close()


def test_too_large_a_body_is_refused_as_it_comes(site, desk):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.putrequest("POST", "/-/comment/")
    connection.putheader("transfer-encoding", "chunked")
    connection.endheaders()
    megabyte = b"100000\r\n" + b"x" * (1 << 20) + b"\r\n"
    for chunk in [megabyte] * 4 + [b"1\r\nx\r\n"]:
        connection.send(chunk)
    assert connection.getresponse().status == 413
    connection.close()


def test_no_other_program_is_named_than_ours(site, desk):
    for target in ("/-/x", "/desk/large", "/about/"):
        assert site.ask(target).headers.get_all("server") == ["communique"]


def test_a_small_answer_that_breaks_off_is_none(site, desk):
    answer = site.ask("/-/short")
    assert (answer.status, answer.body) == (503, b"<h1>Please try again</h1>")


def test_head_is_passed_on(site, desk):
    answer = site.ask("/desk/large", "HEAD")
    assert (answer.body, answer.headers["content-length"]) == (b"", "300000")


@pytest.mark.parametrize("path", ["/-/../about/", "/desk/./x", "/about/", "/-", "/desk", "/deskx/"])
def test_only_listed_prefixes_reach_the_desk(path):
    assert not is_forwarded(path)


def test_without_the_desk_readers_are_told_in_words_and_soon(tmp_path):
    with Store.open(tmp_path / "press", writer="the test press") as store, a_reader(tmp_path, store) as site:
        site.publish(*SMALL_SITE)
        for method in ("GET", "POST"):
            answer = site.ask("/-/comment/", method, body=b"text=x" if method == "POST" else None)
            assert (answer.status, answer.body) == (503, b"<h1>Please try again</h1>")
            assert (answer.headers["retry-after"], answer.headers["cache-control"]) == ("10", "no-store")
        assert site.ask("/about/").status == 200


@pytest.mark.parametrize("path", ["/-/comment/", "/desk/pages/"])
def test_no_reader_waits_long_for_a_desk_that_does_not_take_the_call(path):
    assert forwarding.patience(path).sock_connect < 2


def test_before_the_first_edition_the_site_is_being_prepared(tmp_path):
    with Store.open(tmp_path / "press", writer="the test press") as store, a_reader(tmp_path, store) as site:
        answer = site.ask("/")
        assert (answer.status, answer.headers["retry-after"]) == (503, "10")
        assert b"being prepared" in answer.body
        assert site.ask("/healthz").body == b"ok, nothing printed yet\n"
        site.publish(page("/", "Home"))
        assert site.ask("/").body == b"Home"


def test_a_port_in_use_is_told_in_one_sentence(site):
    with pytest.raises(CannotListen, match=f"Port {site.port} on 127.0.0.1 is in use; stop what listens there"):
        run("127.0.0.1", site.port, environment=Environment(site.store.folder))


def test_the_reader_knows_no_django(tmp_path):
    check = """
import asyncio, sys
from pathlib import Path
from communique.press.serving.connections import Connections
from communique.press.serving.environment import Environment
from communique.press.serving.reader import Reader
from communique.press.serving import server
async def begin_and_end():
    reader = Reader(Environment(Path(sys.argv[1])))
    connections = Connections(reader)
    await connections.close()
    await reader.close()
asyncio.run(begin_and_end())
print([name for name in sys.modules if name.partition(".")[0] in ("django", "wagtail", "aiohttp")])
"""
    done = subprocess.run([sys.executable, "-c", check, str(tmp_path)], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_missing_store_folder_is_told():
    with pytest.raises(NotUnderstood, match="COMMUNIQUE_STORE is not set"):
        Environment.read({})


def test_only_our_own_servers_in_front_are_believed(tmp_path):
    told = {"COMMUNIQUE_PROXIES": "127.0.0.1, 10.0.0.2"}
    with Store.open(tmp_path / "press", writer="the test press") as store, a_reader(tmp_path, store, **told) as site:
        server = ThreadingHTTPServer(("127.0.0.1", site.desk_port), FakeDesk)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        got = site.ask("/-/x", x_forwarded_for="6.6.6.6, 203.0.113.9").headers
        assert got["x-got-x-forwarded-for"] == "203.0.113.9"
        server.shutdown()
        server.server_close()
