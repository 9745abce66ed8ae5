"""The reader: answers published addresses from the store, and passes live actions on to the desk.

An application for Granian (RSGI). It never imports Django.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from typing import Any

from ..headers import NEVER, protection
from ..store import StoreReader
from .answering import Answer, Answers
from .encodings import preference
from .environment import Environment
from .following import follow
from .forwarding import DeskIsAway, Forwarding, TooLarge, is_forwarded

log = logging.getLogger("communique.reader")


class Application:
    """One process's reader; `COMMUNIQUE_STORE` and the like say where its store and its desk are."""

    def __init__(self, environment: Environment | None = None) -> None:
        self._environment = environment
        self._following: asyncio.Task[None] | None = None
        self._answers: Answers
        self._forwarding: Forwarding

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Load the current edition and begin to follow the press."""
        environment = self._environment or Environment.read()
        gc.disable()  # a hundred thousand entries are made at once, and none of them is garbage
        self._answers = Answers(StoreReader.open(environment.store), https=environment.https)
        self._plain = self._answers.prepared.plain
        self._served = self._answers.served
        self._forwarding = Forwarding(environment)
        self._https = environment.https
        gc.collect()
        gc.freeze()
        gc.enable()
        self._following = loop.create_task(follow(self._answers))

    def __rsgi_del__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Stop following."""
        if self._following is not None:
            self._following.cancel()
        self._answers.misses.leave()
        self._answers.downloads.leave()
        self._served.end()
        loop.run_until_complete(self._forwarding.close())
        self._answers.reader.close()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        # Nearly all requests are a bare GET of a page that was asked for before: nothing to work out then.
        variants = self._plain.get(scope.path)
        if variants is not None and scope.method == "GET" and not scope.query_string:
            asked = scope.headers
            variant = variants.get(preference(asked.get("accept-encoding")))
            if variant is not None and not ("if-none-match" in asked or "range" in asked or "if-match" in asked):
                body = b"".join(variant.pieces)
                protocol.response_bytes(200, variant.headers, body)
                self._served.note(200, len(body))
                return
        await self._answer(scope, protocol)

    async def _answer(self, scope: Any, protocol: Any) -> None:
        if scope.proto != "http":
            protocol.close(403)
            return
        path, method = scope.path, scope.method
        if path.startswith(("/-/", "/desk/")):
            await self._forward(scope, protocol)
        elif path == "/healthz":
            self._send(protocol, method, self._health())
        elif path == "/desk":
            headers = [("location", "/desk/"), ("content-length", "0"), *protection(https=self._https)]
            self._send(protocol, method, Answer(302, headers))
        else:
            self._send(protocol, method, self._answers.answer(method, path, scope.query_string, scope.headers))

    async def _forward(self, scope: Any, protocol: Any) -> None:
        if not is_forwarded(scope.path):
            self._send(protocol, scope.method, self._answers.piece(404, scope.path, scope.headers))
            return
        try:
            self._served.note(await self._forwarding.pass_on(scope, protocol), 0)
        except TooLarge:
            self._send(protocol, scope.method, self._in_words(413, "This is more than can be sent here.\n"))
        except DeskIsAway:
            self._send(protocol, scope.method, self._answers.piece(503, scope.path, scope.headers))

    def _health(self) -> Answer:
        number = self._answers.reader.number
        return self._in_words(200, f"ok, edition {number}\n" if number else "ok, nothing printed yet\n")

    def _in_words(self, status: int, words: str) -> Answer:
        body = words.encode()
        headers = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body)))]
        return Answer(status, [*headers, ("cache-control", NEVER), *protection(https=self._https)], body)

    def _send(self, protocol: Any, method: str, answer: Answer) -> None:
        if answer.body and method != "HEAD":
            protocol.response_bytes(answer.status, answer.headers, answer.body)
            self._served.note(answer.status, len(answer.body))
        else:
            protocol.response_empty(answer.status, answer.headers)
            self._served.note(answer.status, 0)


app = Application()
