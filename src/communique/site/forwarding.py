"""Requests that came through our own reader: who really asked, and over what."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from functools import cached_property

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from communique.press.serving.token import HEADER, reader_token

Answer = Callable[[HttpRequest], HttpResponse]

TOKEN_FILE = "reader_token"

_HEADER = f"HTTP_{HEADER.upper().replace('-', '_')}"
_FORWARDED = ("HTTP_FORWARDED", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST", "HTTP_X_FORWARDED_PROTO")


class FromTheReader:
    """Believes what the reader says of the client, and nobody else.

    The reader shows a token that only it and the desk can read. From others, headers about forwarding are taken away,
    so that nothing further in can be deceived by them.
    """

    def __init__(self, answer: Answer) -> None:
        self._answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Take the client's number and scheme from the reader, then answer."""
        told = {name: request.META.pop(name, "") for name in (_HEADER, *_FORWARDED)}
        if hmac.compare_digest(told[_HEADER].encode(), self._token.encode()):
            request.META["REMOTE_ADDR"] = told["HTTP_X_FORWARDED_FOR"] or request.META.get("REMOTE_ADDR", "")
            request.META["wsgi.url_scheme"] = told["HTTP_X_FORWARDED_PROTO"] or "http"
        return self._answer(request)

    @cached_property
    def _token(self) -> str:
        folder = settings.COMMUNIQUE.run_folder
        folder.mkdir(parents=True, exist_ok=True)
        return reader_token(folder / TOKEN_FILE)
