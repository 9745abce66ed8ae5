"""The sample pages behind an address, as the reader answers them: assets are kept by the browser, pages are not."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread

from axe_playwright_python.sync_playwright import Axe

from .pages import POLICY, answer

ORIGIN = "http://institute.test"
"""Here one waits for fonts however slow this machine is."""

HASTY = "http://hasty.test"
"""Here pages are as readers get them, who go on without the font that comes late."""

CHECKER = "/-/axe.js"
"""axe itself, half a megabyte: fetched and read once by the browser, instead of sent to it with each page."""

_one_at_a_time = Lock()  # templates are the engine's, and that is one for all


class _Answering(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        with _one_at_a_time:
            found = _checker() if path == CHECKER else answer(path)
        body, media_type = found or (b"", "text/plain")
        if media_type.startswith("text/css") and self.headers["Host"].startswith("institute."):
            body = body.replace(b"font-display: optional", b"font-display: block")
        self.send_response(200 if found else 404)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "max-age=3600" if path.startswith(("/_/assets/", CHECKER)) else "no-store")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@cache
def _checker() -> tuple[bytes, str]:
    return Axe().axe_script.encode(), "text/javascript"


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A browser that has gone on to another page doesn't wait for its answers."""


@contextmanager
def serving() -> Iterator[int]:
    """The port at which they are answered."""
    server = _Server(("127.0.0.1", 0), _Answering)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def weight(path: str) -> int:
    """How many bytes a reader fetches for it: compressed, unless it is a font."""
    body, media_type = answer(path) or (b"", "")
    return len(body if media_type.startswith("font/") else gzip.compress(body))
