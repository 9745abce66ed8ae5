"""Somebody at the reader's door, who keeps every byte of what comes back."""

from __future__ import annotations

import gzip
import http.client
import re
from urllib.parse import urlencode

import brotli
from django.conf import settings


class Outsider:
    """Asks, and keeps all that comes back."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def is_answered(self) -> bool:
        try:
            return b"edition" in self.ask("/healthz")[1]
        except OSError:
            self._line.close()
            return False

    def ask(
        self, target: str, method: str = "GET", encoding: str = "identity", form: str | None = None, **headers: str
    ):
        """Status, and every byte of the answer: headers, and the body decoded."""
        headers = {"accept-encoding": encoding, "host": settings.COMMUNIQUE.hosts[0]} | headers
        if form is not None:
            headers |= {"content-type": "application/x-www-form-urlencoded", "origin": settings.COMMUNIQUE.address}
        self._line.request(method, target, body=form, headers=headers)
        answer = self._line.getresponse()
        text = answer.read()
        if answer.status == 413:
            self._line.close()  # what was refused is never sent, so that the other end waits for it no longer
        decode = {"gzip": gzip.decompress, "br": brotli.decompress}.get(answer.getheader("content-encoding", ""))
        return answer.status, repr(answer.getheaders()).encode() + b"\n" + (decode(text) if decode and text else text)

    def send(self, target: str, form: dict[str, str], *, from_page: str = "", **headers: str):
        """Fill in the form that stands there, or send it with the token of another page's form."""
        status, page = self.ask(from_page or target)
        token = re.search(rb'name="csrfmiddlewaretoken" value="(\w+)"', page)
        cookie = re.search(rb"communique_csrf=\w+", page)
        if not token or not cookie:
            return status, page
        form = form | {"csrfmiddlewaretoken": token[1].decode()}
        return self.ask(target, "POST", form=urlencode(form), cookie=cookie[0].decode(), **headers)
