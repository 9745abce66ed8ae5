"""What may come over a connection, byte by byte: RFC 9112. Rows R12 and S2."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from communique.press.serving.connections import BEGUN, SILENT, STUCK, Connections
from communique.press.serving.crew import Crew
from communique.press.serving.environment import Environment
from communique.press.serving.heads import LONGEST_KEPT, asked, read
from communique.press.serving.reader import Reader
from communique.press.serving.written import head_of
from communique.press.store import Store

from ..pages import page
from .conftest import SMALL_SITE, a_reader, run_apart, until

ABOUT = b"<h1>About us</h1>" * 40
GET = b"GET /about/ HTTP/1.1\r\nhost: x\r\n\r\n"
LAST = b"GET /about/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n"


def call(site, *parts: bytes, apart: bool = False) -> bytes:
    """Send these, and read until the other end closes."""
    with socket.create_connection(("127.0.0.1", site.port), 10) as line:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for part in parts:
            line.sendall(part)
            if apart:
                time.sleep(0.002)  # so that they come apart; if they don't, the answer is the same
        said = b""
        while more := line.recv(65536):
            said += more
        return said


def statuses(said: bytes) -> list[int]:
    return [int(part[:3]) for part in said.split(b"HTTP/1.1 ")[1:]]


def test_a_request_may_come_in_single_bytes(site):
    said = call(site, *(bytes([byte]) for byte in GET + LAST), apart=True)
    assert statuses(said) == [200, 200] and said.count(ABOUT) == 2


def test_requests_that_come_at_once_are_answered_in_their_order(site):
    other = b"GET /nothing/ HTTP/1.1\r\nhost: x\r\n\r\n"
    head = b"HEAD /about/ HTTP/1.1\r\nhost: x\r\n\r\n"
    said = call(site, GET + other + head + GET + LAST)
    assert statuses(said) == [200, 404, 200, 200, 200] and said.count(ABOUT) == 3


def test_requests_one_after_the_other_use_one_connection(site):
    with socket.create_connection(("127.0.0.1", site.port), 10) as line:
        for _ in range(5):
            line.sendall(GET)
            said = b""
            while not said.endswith(ABOUT):
                said += line.recv(65536)
            assert said.startswith(b"HTTP/1.1 200 OK\r\n") and b"\r\ndate: " in said


@pytest.mark.parametrize("request_", [GET, LAST, b"GET /about/ HTTP/1.0\r\n\r\n"])
def test_who_hangs_up_its_own_end_is_answered_still(site, request_):
    with socket.create_connection(("127.0.0.1", site.port), 10) as line:
        line.sendall(request_)
        line.shutdown(socket.SHUT_WR)
        said = b""
        while more := line.recv(65536):
            said += more
    assert said.endswith(ABOUT)


def test_the_older_version_is_answered_and_let_go(site):
    said = call(site, b"GET /about/ HTTP/1.0\r\n\r\n")
    assert said.startswith(b"HTTP/1.") and b" 200 OK\r\n" in said[:20] and said.endswith(ABOUT)


def test_a_whole_address_may_be_asked_for(site):
    said = call(site, b"GET http://institute.example/about/?x=1 HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
    assert statuses(said) == [200] and said.endswith(ABOUT)


@pytest.mark.parametrize("length", [b"content-length: 4", b"transfer-encoding: chunked"])
def test_the_body_of_a_get_is_no_second_request(site, length):
    smuggled = b"GET /old/ HTTP/1.1\r\nhost: x\r\n\r\n"
    body = smuggled[:4] if b"4" in length else b"%x\r\n%s\r\n0\r\n\r\n" % (len(smuggled), smuggled)
    said = call(site, b"GET /about/ HTTP/1.1\r\nhost: x\r\n" + length + b"\r\n\r\n" + body + LAST)
    assert statuses(said) == [200, 200]


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /about/ HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
        b"GET /about/ HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ncontent-length: 5\r\n\r\nabcd",
        b"GET /about/ HTTP/1.1\r\nhost: x\r\ncontent-length: x\r\n\r\n",
        b"GET /about/ HTTP/1.1\r\nhost : x\r\n\r\n",
        b"GET /about/ HTTP/9.9\r\nhost: x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /about/ HTTP/1.1\r\nhost: x\r\nx: a\x00b\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"rubbish\r\n\r\n",
        b"GET /about/\r\n\r\n",
        b"GET /about/ HTTP/1.1\nhost: x\n\n",
        b"GET /about/ HTTP/1.1\r\nhost: x\r\ncookie: " + b"c" * 40_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\nhost: x\r\n\r\n",
    ],
)
def test_what_is_no_request_is_refused_without_a_programs_name(site, request_):
    said = call(site, request_)
    assert b" 400 Bad Request\r\n" in said[:30] and said.count(b"HTTP/") == 1
    assert b"aiohttp" not in said and b"Python" not in said and b"content-security-policy" in said
    assert said.endswith(b"This request is not understood.\n")


@pytest.mark.parametrize("method", [b"POST", b"DELETE", b"PROPFIND"])
def test_a_page_can_only_be_read(site, method):
    said = call(site, method + b" /about/ HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 1\r\n\r\nx")
    assert statuses(said) == [405] and b"allow: GET, HEAD\r\n" in said


def test_after_something_else_pages_are_answered_as_before(site):
    first = call(site, LAST)
    said = call(site, b"POST /about/ HTTP/1.1\r\nhost: x\r\ncontent-length: 0\r\n\r\n" + LAST)
    told = said.split(b"HTTP/1.1 ")[2].lower()
    for line in first.removeprefix(b"HTTP/1.1 ").lower().split(b"\r\n"):
        if not line.startswith(b"date:"):
            assert line in told


def test_headers_are_read_as_every_parser_reads_them():
    head = read(b"Host: x\r\nAccept-Encoding:gzip, br  \r\nIf-None-Match: a\r\nif-none-match: b")
    assert head.get("accept-encoding") == "gzip, br" and head.get_all("if-none-match") == ["a", "b"]
    assert head.preference == ("br", "gzip", "identity") and not head.is_bare
    assert read(b"host: x\r\nconnection: Keep-Alive").is_bare
    assert read(b"host: x\r\nx: " + b"y" * LONGEST_KEPT).is_bare


@pytest.mark.parametrize(
    "block",
    [
        b"",
        b"accept: x",
        b"host: x\r\nhost: y",
        b"host: x\r\n folded",
        b"host: x\r\nno colon",
        b"host: x\r\nspace : y",
        b"host: x\r\nx: \x01",
        b"host: x\nx: y",
        b"host: x\r\nconnection: close",
        b"host: x\r\nconnection: keep-alive, upgrade",
        b"host: x\r\nexpect: 100-continue",
        b"host: x\r\nContent-Length: 0",
        b"host: x\r\nTransfer-Encoding: chunked",
    ],
)
def test_what_may_be_read_in_two_ways_is_left_to_another_parser(block):
    assert read(block) is None


@pytest.mark.parametrize(
    "first",
    [b"GET / HTTP/1.0", b"GET /", b"GET x HTTP/1.1", b"POST / HTTP/1.1", b"GET /\xff HTTP/1.1", b"get / HTTP/1.1"],
)
def test_only_paths_are_asked_for_directly(first):
    assert asked(first) is None


def test_s2_a_header_that_would_begin_another_line_is_left_out():
    said = head_of(301, [("location", "/a\r\nset-cookie: x=1"), ("x", "بندرگاہ"), ("vary", "accept-encoding")])
    assert said == b"HTTP/1.1 301 Moved Permanently\r\nserver: communique\r\nvary: accept-encoding\r\n"


class FakeLine:
    """A transport of a connection, as far as it is looked after."""

    def __init__(self, unsent: int) -> None:
        self.unsent = unsent
        self.end = ""

    def get_write_buffer_size(self) -> int:
        return self.unsent

    def close(self) -> None:
        self.end = "closed"

    def abort(self) -> None:
        self.end = "cut off"

    def is_closing(self) -> bool:
        return bool(self.end)


@pytest.mark.parametrize(
    ("begun", "unsent", "after", "end"),
    [
        (b"", 0, SILENT, ""),
        (b"", 0, SILENT + 1, "closed"),
        (b"GET / HT", 0, BEGUN, ""),
        (b"GET / HT", 0, BEGUN + 1, "closed"),
        (b"", 5_000_000, STUCK, ""),
        (b"", 5_000_000, STUCK + 1, "cut off"),
    ],
)
def test_r12_who_holds_a_connection_for_nothing_is_let_go(tmp_path, begun, unsent, after, end):
    async def hold() -> str:
        reader = Reader(Environment(tmp_path))
        house = Connections(reader)
        line, other = house(), FakeLine(unsent)
        line.connection_made(other)
        if begun:
            line.data_received(begun)
        house.look(0.0)
        house.look(after - 1.0)
        if begun:
            line.data_received(b"T")  # a byte now and then is no end of it
        house.look(1.0)
        found = other.end
        house.direct.clear()  # nobody tells of this line that it is closed
        await house.close()
        await reader.close()
        return found

    assert run_apart(hold()) == end


def test_r12_who_is_sent_something_after_a_hand_over_must_take_it_too(tmp_path):
    large = page("/media/1/large.webp", "0123456789" * 3_000_000, media_type="image/webp")

    async def ask() -> tuple[bool, bool]:
        reader = Reader(Environment(tmp_path / "press"))
        house = Connections(reader)
        server = await asyncio.get_running_loop().create_server(house, "127.0.0.1", 0)
        _, line = await asyncio.open_connection(*server.sockets[0].getsockname())
        line.write(b"GET /media/1/large.webp HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n")
        there = []
        for passed in (0.0, STUCK, 1.0):
            while not there and not (house._others and unsent_of(house)):
                await asyncio.sleep(0)
            house.look(passed)
            there.append(unsent_of(house) > 0)
        line.close()
        server.close()
        await house.close()
        await reader.close()
        return there[1], there[2]

    def unsent_of(house: Connections) -> int:
        lines = house._others.connections if house._others else []
        return sum(one.transport.get_write_buffer_size() for one in lines if one.transport)

    with Store.open(tmp_path / "press", writer="the test press") as store, store.edition(cause="a test") as edition:
        edition.put(large)
    assert run_apart(ask()) == (True, False)


def test_r12_some_file_handles_are_kept_for_what_is_behind(tmp_path):
    async def come() -> list[str]:
        reader = Reader(Environment(tmp_path))
        house = Connections(reader)
        house._most = 2
        lines = [FakeLine(0) for _ in range(3)]
        for line in lines:
            house().connection_made(line)
        found = [line.end for line in lines]
        house.direct.clear()  # as above
        await house.close()
        await reader.close()
        return found

    assert run_apart(come()) == ["", "", "cut off"]


def test_live_actions_wait_for_no_word_of_ours_in_vain(site):
    class Desk(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(4)
            self.send_response(200)
            self.send_header("content-length", "4")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    desk = ThreadingHTTPServer(("127.0.0.1", site.desk_port), Desk)
    threading.Thread(target=desk.serve_forever, daemon=True).start()
    try:
        with socket.create_connection(("127.0.0.1", site.port), 10) as line:
            line.sendall(b"POST /-/x HTTP/1.1\r\nhost: x\r\nexpect: 100-continue\r\ncontent-length: 4\r\n\r\n")
            assert line.recv(1024) == b"HTTP/1.1 100 Continue\r\n\r\n"
            line.sendall(b"word")
            said = b""
            while not said.endswith(b"word"):
                said += line.recv(1024)
            assert said.startswith(b"HTTP/1.1 200 OK\r\n")
    finally:
        desk.shutdown()
        desk.server_close()


def test_half_an_answer_of_the_desk_is_not_passed_on_as_a_whole(site):
    class Desk(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("transfer-encoding", "chunked")
            self.end_headers()
            self.wfile.write(b"5\r\nfirst\r\n")
            self.wfile.flush()
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)

        def log_message(self, *_: object) -> None:
            pass

    desk = ThreadingHTTPServer(("127.0.0.1", site.desk_port), Desk)
    threading.Thread(target=desk.serve_forever, daemon=True).start()
    try:
        said = call(site, b"GET /-/x HTTP/1.1\r\nhost: x\r\n\r\n")
        assert b"first" in said and not said.endswith(b"0\r\n\r\n")
    finally:
        desk.shutdown()
        desk.server_close()


TWO = (
    "import sys; from communique.press.serving import server, environment; "
    "server.run('127.0.0.1', int(sys.argv[1]), environment=environment.Environment.read(), workers=2)"
)


def test_of_several_processes_one_that_dies_is_begun_again(tmp_path):
    from .conftest import Site, free_port

    with Store.open(tmp_path / "press", writer="the test press") as store:
        port = free_port()
        told = {"COMMUNIQUE_STORE": str(store.folder)}
        process = subprocess.Popen([sys.executable, "-c", TWO, str(port)], env=os.environ | told)
        site = Site(port, store, tmp_path, 0)
        try:
            site.wait_for(b"ok")
            site.publish(*SMALL_SITE, page("/more/", "more"))
            hands = hands_of(process.pid)
            assert len(hands) == 2
            os.kill(int(hands[0]), signal.SIGKILL)
            until(lambda: len(hands_of(process.pid)) == 2 and hands[0] not in hands_of(process.pid))
            assert all(site.ask("/about/").body == ABOUT for _ in range(20))
        finally:
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=20) == 0
        assert not any(Path(f"/proc/{hand}").exists() for hand in hands)


def hands_of(process: int) -> list[str]:
    return Path(f"/proc/{process}/task/{process}/children").read_text().split()


def test_a_process_that_can_do_nothing_ends_all_with_its_reason():
    class CannotWork(RuntimeError):
        exit_code = 73

    def work() -> None:
        raise CannotWork("There is no room.")

    hand = os.fork()
    if not hand:
        try:
            Crew(2, work).run()
        except SystemExit as end:
            os._exit(int(str(end.code)))
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(hand, 0)[1]) == 73


def test_asked_to_stop_a_reader_sends_what_it_has_begun_to_send(tmp_path):
    large = "0123456789" * 3_000_000
    with Store.open(tmp_path / "press", writer="the test press") as store, a_reader(tmp_path, store) as site:
        site.publish(page("/media/1/large.webp", large, media_type="image/webp"))
        with socket.create_connection(("127.0.0.1", site.port), 10) as line:
            line.sendall(b"GET /media/1/large.webp HTTP/1.1\r\nhost: x\r\n\r\n")
            said = line.recv(1024)
            site.process.send_signal(signal.SIGTERM)
            while more := line.recv(1 << 20):
                said += more
        assert said.endswith(large[-100:].encode()) and len(said) > len(large)
