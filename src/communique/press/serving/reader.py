"""The reader of one process: the edition at hand, the way to the desk, and what it answers to each request.

It never imports Django.
"""

from __future__ import annotations

import gc
import logging
from urllib.parse import unquote

from ..headers import NEVER, protection
from ..store import StoreReader
from .answering import Answer, Answers, Asked
from .environment import Environment
from .following import Following
from .forwarding import PREFIXES, Forwarding, is_forwarded

log = logging.getLogger("communique.reader")


class Reader:
    """Begun within a running loop; it follows the press until it is closed."""

    def __init__(self, environment: Environment) -> None:
        gc.disable()  # a hundred thousand entries are made at once, and none of them is garbage
        self.answers = Answers(StoreReader.open(environment.store), https=environment.https)
        self.forwarding = Forwarding(environment)
        self._https = environment.https
        gc.collect()
        gc.freeze()
        gc.enable()
        self._following = Following(self.answers)

    async def close(self) -> None:
        """Stop following, and leave what was counted."""
        self._following.close()
        self.answers.misses.leave()
        self.answers.downloads.leave()
        self.answers.served.end()
        await self.forwarding.close()
        self.answers.reader.close()

    def answer(self, method: str, target: str, asked: Asked) -> Answer | None:
        """What a request is answered with at once; None where the desk is to be asked."""
        path, query = split(target)
        if is_forwarded(path):
            return None
        try:
            if path.startswith(PREFIXES):
                return self.answers.piece(404, path, asked)
            if path == "/healthz":
                return self._health()
            if path == "/desk":
                headers = [("location", "/desk/"), ("content-length", "0"), *protection(https=self._https)]
                return Answer(302, headers)
            return self.answers.answer(method, path, query, asked)
        except Exception:
            log.exception("%s can't be answered.", path)
            return self.in_words(500, "This can't be answered just now. Please try again in a minute.\n")

    def in_words(self, status: int, words: str) -> Answer:
        """An answer of a sentence, where no page was printed for it."""
        body = words.encode()
        headers = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(body)))]
        return Answer(status, [*headers, ("cache-control", NEVER), *protection(https=self._https)], body)

    def _health(self) -> Answer:
        number = self.answers.reader.number
        return self.in_words(200, f"ok, edition {number}\n" if number else "ok, nothing printed yet\n")


def split(target: str) -> tuple[str, str]:
    """The path of a request's target, percent-decoded, and its query as it is."""
    path, _, query = target.partition("?")
    return unquote(path), query
