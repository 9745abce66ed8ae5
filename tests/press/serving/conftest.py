import asyncio
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import pytest

from communique.press.objects import HTML
from communique.press.store import Store

from ..pages import page


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


class Site:
    """A reader process over a store that the test writes to, and what it answers."""

    def __init__(self, port, store, folder, desk_port):
        self.port, self.store, self.folder, self.desk_port = port, store, folder, desk_port

    def ask(self, target, method="GET", body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, body=body, headers={"accept-encoding": "identity"} | names)
        response = connection.getresponse()
        response.body = response.read()
        connection.close()
        return response

    def publish(self, *pages):
        """Put these out, and wait until the reader has the edition."""
        with self.store.edition(cause="a test") as edition:
            for printed in pages:
                edition.put(printed)
        self.wait_for(f"edition {self.store.current().number}\n".encode())

    def wait_for(self, words):
        until(lambda: words in self.ask("/healthz").body)


def until(condition):
    for _ in range(1000):
        try:
            if condition():
                return
        except OSError:
            pass
        time.sleep(0.01)
    raise AssertionError("It didn't come about.")


def run_apart(work):
    """What a coroutine gives, run in a thread of its own: in the tests' own one a browser's loop may be running."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@contextmanager
def a_reader(folder, store, **variables):
    port, desk_port = free_port(), free_port()
    surroundings = {
        "COMMUNIQUE_STORE": str(store.folder),
        "COMMUNIQUE_DESK": f"http://127.0.0.1:{desk_port}",
        "COMMUNIQUE_READER_TOKEN_FILE": str(folder / "reader-token"),
        "COMMUNIQUE_ADDRESS": "https://institute.example",
    }
    start = (
        "import sys; from communique.press.serving import server, environment; "
        "server.run('127.0.0.1', int(sys.argv[1]), environment=environment.Environment.read())"
    )
    process = subprocess.Popen([sys.executable, "-c", start, str(port)], env=os.environ | surroundings | variables)
    site = Site(port, store, folder, desk_port)
    site.process = process
    try:
        site.wait_for(b"ok")
        yield site
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=15)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A small printed site with a running reader."""
    folder = tmp_path_factory.mktemp("site")
    with Store.open(folder / "press", writer="the test press") as store, a_reader(folder, store) as site:
        site.publish(*SMALL_SITE)
        yield site


SMALL_SITE = (
    page("/", "<h1>Home</h1>", "~navigation/en", "<p>Welcome</p>", "~footer/en", sheet="content.home"),
    page("/about/", "<h1>About us</h1>" * 40, sheet="content.plain"),
    page("/articles/بندرگاہ/", "<h1>بندرگاہ</h1>", "~footer/en"),
    page("/feed.xml", "<feed/>" * 30, media_type="application/atom+xml"),
    page("/media/3/harbour.webp", "0123456789" * 100, media_type="image/webp"),
    page("/old/", status=301, headers=(("Location", "/about/"),)),
    page("/withdrawn/", "<h1>Withdrawn</h1>", status=410),
    page("/?p=12", status=301, headers=(("Location", "/about/"),)),
    page("/?post_type=event&p=13", status=301, headers=(("Location", "/articles/"),)),
    page("~navigation/en", "<nav>About</nav>"),
    page("~footer/en", "<footer>", "~year/en", "</footer>"),
    page("~year/en", "2026"),
    page("~404/en", "<h1>Nothing here</h1>", "~footer/en", media_type=HTML, status=404),
    page("~404/ur", "<h1>یہاں کچھ نہیں</h1>", media_type=HTML, status=404),
    page("~410/en", "<h1>Gone</h1>", status=410),
    page("~503/en", "<h1>Please try again</h1>", status=503),
)
