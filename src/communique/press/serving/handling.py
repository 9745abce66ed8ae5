"""Requests that aren't answered directly: by aiohttp's server, which knows all that HTTP/1.1 may bring."""

from __future__ import annotations

import asyncio
import logging
from typing import Any, cast

from aiohttp import HttpVersion10, web
from multidict import CIMultiDict

from .answering import Answer
from .forwarding import DeskIsAway, TooLarge
from .reader import Reader, split
from .written import SERVER

log = logging.getLogger("communique.reader")

KEPT = 30.0
"""Seconds that such a connection is kept without a whole request."""

LONGEST_LINE = 16_384
NOT_UNDERSTOOD = "This request is not understood.\n"


class Asked:
    """A request's headers, in the words of `answering`."""

    def __init__(self, request: web.BaseRequest) -> None:
        self._headers = request.headers

    def get(self, name: str, default: str | None = None) -> str | None:
        """The first value of a header."""
        return self._headers.get(name, default)

    def get_all(self, name: str) -> list[str]:
        """All values of a header."""
        return self._headers.getall(name, [])


class Line(web.RequestHandler):
    """A connection. What it can't read is answered in our own words, which name no program and no version."""

    _reader: Reader
    transport: asyncio.Transport | None
    unsent = 0
    since = 0.0
    asking = False
    has_hung_up = False

    def data_received(self, data: bytes) -> None:
        """Something came."""
        self.asking = True
        super().data_received(data)

    def eof_received(self) -> bool:  # type: ignore[override]  # as asyncio has it
        """They say no more; whether they listen still, because an answer is owed."""
        self.has_hung_up = self.asking
        return self.asking

    def answered(self, response: web.StreamResponse) -> web.StreamResponse:
        """An answer was found; after it the connection ends if they have hung up their end."""
        self.asking = False
        if self.has_hung_up:
            response.force_close()
        return response

    def handle_error(
        self,
        request: web.BaseRequest,
        status: int = 500,
        exc: BaseException | None = None,
        message: str | None = None,
    ) -> web.StreamResponse:
        """What a request is answered that can't be."""
        if request.writer.output_size > 0:
            raise ConnectionError("Half an answer was sent.")
        if status >= 500:
            log.error("%s %s can't be answered.", request.method, request.raw_path, exc_info=exc)
        self._reader.answers.served.note(status, 0)
        words = NOT_UNDERSTOOD if status < 500 else "This can't be answered just now.\n"
        response = _response(self._reader.in_words(status, words), request.method)
        response.force_close()
        return response


class Others(web.Server):
    """Makes the protocol for each connection that is handed over."""

    connections: list[Line]  # type: ignore[assignment]  # aiohttp's property; it makes none of its own

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        super().__init__(self._handle)

    def __call__(self) -> web.RequestHandler:
        """A protocol that speaks HTTP/1.0 and 1.1."""
        line = Line(
            self,
            loop=asyncio.get_running_loop(),
            keepalive_timeout=KEPT,
            access_log=None,  # type: ignore[arg-type]  # as aiohttp's own runner has it; nothing is noted of who asks
            max_line_size=LONGEST_LINE,
            max_field_size=LONGEST_LINE,
            auto_decompress=False,
        )
        line._reader = self._reader
        return line

    async def _handle(self, request: web.BaseRequest) -> web.StreamResponse:
        response = await self._answer(request)
        return cast(Line, request.protocol).answered(response)

    async def _answer(self, request: web.BaseRequest) -> web.StreamResponse:
        if request.version < HttpVersion10:  # it knows no headers, and nobody speaks it any more
            response = self._noted(self._reader.in_words(400, NOT_UNDERSTOOD), "GET")
            response.force_close()
            return response
        method, asked = request.method, Asked(request)
        target = request.raw_path
        if not target.startswith("/"):  # with scheme and host before it, or a lone asterisk
            target = request.rel_url.raw_path_qs if "://" in target else target
        answer = self._reader.answer(method, target, asked)
        if answer is not None:
            return self._noted(answer, method)
        path, query = split(target)
        try:
            response = await self._reader.forwarding.pass_on(request, path, query)
        except TooLarge:
            return self._noted(self._reader.in_words(413, "This is more than can be sent here.\n"), method)
        except DeskIsAway:
            return self._noted(self._reader.answers.piece(503, path, asked), method)
        self._reader.answers.served.note(response.status, 0)
        return response

    def _noted(self, answer: Answer, method: str) -> web.StreamResponse:
        self._reader.answers.served.note(answer.status, 0 if method == "HEAD" else len(answer.body))
        return _response(answer, method)


def _response(answer: Answer, method: str) -> web.Response:
    headers: Any = CIMultiDict([*answer.headers, ("server", SERVER)])
    return web.Response(status=answer.status, headers=headers, body=None if method == "HEAD" else answer.body or None)
