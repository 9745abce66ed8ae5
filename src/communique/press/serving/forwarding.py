"""Passing live actions on to the desk, and its answers back, without holding either in memory."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ..headers import Headers
from .addresses import IN_A_PATH
from .environment import MIB, Environment
from .token import HEADER, reader_token
from .written import SERVER

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession, ClientTimeout
    from aiohttp.web import BaseRequest, StreamResponse
    from multidict import CIMultiDict

log = logging.getLogger("communique.reader")

PREFIXES = ("/-/", "/desk/")

_FORM = 4 * MIB  # what readers send; uploads at the desk may be larger
_CONNECTING = 1.0  # seconds; the desk is near
_FREE = 5.0  # seconds until one of the connections to the desk is free
_BODY_SILENT = 60.0  # seconds without a byte of what is sent
_SLOWEST = 1024  # bytes a second that what is sent must come with after that
_SILENT = {"/-/": 20.0, "/desk/": 120.0}  # seconds without a byte
_SMALL = 64 * 1024
_HOP_BY_HOP = {
    "connection",
    "keep-alive",
    "proxy-authenticate",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
}
_OURS_TO_SAY = {"host", "forwarded", "x-real-ip", "expect"}
_IN_A_QUERY = IN_A_PATH + "?%[]{}|\\^`"


class DeskIsAway(RuntimeError):
    """The desk doesn't answer."""


class TooLarge(ValueError):
    """A request whose body is larger than may be sent."""


def is_forwarded(path: str) -> bool:
    """Whether the desk answers this path. One that climbs out of the prefix is nobody's."""
    return path.startswith(PREFIXES) and not {".", ".."} & set(path.split("/"))


class Body:
    """A request's body as it comes, as long as it isn't too much, and goes on coming."""

    def __init__(self, request: BaseRequest, largest: int) -> None:
        self.was_too_much = False
        self._request = request
        self._left = largest
        self._begun = False

    async def __aiter__(self) -> AsyncIterator[bytes]:
        if self._begun:
            raise OSError("This was sent to the desk already, and can't be sent again.")
        self._begun = True
        await self._go_ahead()
        began, had = time.monotonic(), 0
        while True:
            async with asyncio.timeout(_BODY_SILENT):
                chunk = await self._request.content.readany()
            if not chunk:
                return
            had += len(chunk)
            self._left -= len(chunk)
            if time.monotonic() - began > _BODY_SILENT + had / _SLOWEST:
                raise TimeoutError("This came too slowly.")
            if self._left < 0:
                self.was_too_much = True
                raise OSError("This is more than can be sent here.")
            yield chunk

    async def _go_ahead(self) -> None:
        """Tell whoever waits with the body for our word (RFC 9110, 10.1.1)."""
        from aiohttp import HttpVersion11

        asked = self._request.headers.get("expect", "").lower() == "100-continue"
        if asked and self._request.version >= HttpVersion11:
            await self._request.writer.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            self._request.writer.output_size = 0


class Forwarding:
    """The way to the desk. Connections are kept and used again."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._session: ClientSession | None = None

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    async def pass_on(self, request: BaseRequest, path: str, query: str) -> StreamResponse:
        """Have the desk answer; the path is percent-decoded, the query as it came.

        Raises DeskIsAway or TooLarge, and then nothing was answered yet.
        """
        import aiohttp  # only where there is something to pass on: it takes a while to import

        body = self._body(request, path)
        try:
            response = await self._open_session().request(
                request.method,
                self._url(path, query),
                headers=self._headers(request),
                data=body,
                allow_redirects=False,
                timeout=patience(path),
            )
            found = await _whole(response, request)
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise (TooLarge() if body is not None and body.was_too_much else DeskIsAway()) from error
        async with response:
            return found or await _stream_back(response, request)

    def _body(self, request: BaseRequest, path: str) -> Body | None:
        """The request's body, if it has one. Raises TooLarge if it says itself that it is."""
        largest = self._environment.largest_body
        if path.startswith("/-/"):
            largest = min(_FORM, largest)
        declared = request.content_length
        if declared is None:
            return Body(request, largest) if "transfer-encoding" in request.headers else None
        if declared > largest:
            raise TooLarge
        return Body(request, largest) if declared else None

    def _open_session(self) -> ClientSession:
        import aiohttp

        if self._session is None:
            self._session = aiohttp.ClientSession(
                cookie_jar=aiohttp.DummyCookieJar(),
                auto_decompress=False,
                connector=aiohttp.TCPConnector(limit=256, keepalive_timeout=15),
                skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            )
        return self._session

    def _url(self, path: str, query: str) -> Any:
        from yarl import URL

        asked = f"?{quote(query, safe=_IN_A_QUERY)}" if query else ""
        return URL(self._environment.desk + quote(path, safe=IN_A_PATH) + asked, encoded=True)

    def _headers(self, request: BaseRequest) -> Headers:
        host = request.headers.get("host", "")
        return [
            *(pair for pair in _end_to_end(request.headers.items()) if not _is_ours_to_say(pair[0])),
            ("host", host),
            ("x-forwarded-for", self._client(request)),
            ("x-forwarded-host", host),
            ("x-forwarded-proto", urlsplit(self._environment.address).scheme or "http"),
            *self._proof(),
        ]

    def _client(self, request: BaseRequest) -> str:
        """Where the request came from: told by our own servers in front, and by nobody else."""
        peer = request.transport.get_extra_info("peername") if request.transport is not None else None
        client = str(peer[0]) if peer else ""
        forwarded = ",".join(request.headers.getall("x-forwarded-for", []))
        if client in self._environment.proxies and forwarded:
            return forwarded.rpartition(",")[2].strip()
        return client

    def _proof(self) -> Headers:
        file = self._environment.token_file
        return [(HEADER.lower(), reader_token(file))] if file else []


def patience(path: str) -> ClientTimeout:
    """How long a reader waits at most for the desk to take the call, and to say something."""
    import aiohttp

    silent = next(seconds for prefix, seconds in _SILENT.items() if path.startswith(prefix))
    return aiohttp.ClientTimeout(total=None, connect=_FREE, sock_connect=_CONNECTING, sock_read=silent)


def _is_ours_to_say(name: str) -> bool:
    name = name.replace("_", "-")  # which are one to the desk
    return name in _OURS_TO_SAY or name.startswith(("x-forwarded-", "x-communique-"))


def _end_to_end(headers: Iterable[tuple[str, str]]) -> Headers:
    """The headers meant for the other end: without those that belong to one connection, named or known."""
    pairs = [(name.lower(), value) for name, value in headers]
    named = {word.strip().lower() for name, value in pairs if name == "connection" for word in value.split(",")}
    return [(name, value) for name, value in pairs if name not in _HOP_BY_HOP and name not in named]


async def _whole(response: ClientResponse, request: BaseRequest) -> StreamResponse | None:
    """An answer of the desk that is passed back as a whole: one without a body, or with a small one."""
    from aiohttp import web

    length = response.content_length
    if request.method == "HEAD" or response.status in (204, 304):
        return web.Response(status=response.status, headers=_headers_back(response))
    if length is None or length > _SMALL:
        return None
    return web.Response(status=response.status, headers=_headers_back(response), body=await response.read())


async def _stream_back(response: ClientResponse, request: BaseRequest) -> StreamResponse:
    from aiohttp import web

    answer = web.StreamResponse(status=response.status, headers=_headers_back(response))
    await answer.prepare(request)
    try:
        async for chunk in response.content.iter_chunked(_SMALL):
            await answer.write(chunk)
    except Exception as error:  # either side went away; half an answer can't be taken back
        log.info("An answer of the desk was not passed on to its end: %s", error)
        response.close()
        raise ConnectionResetError("Half an answer was sent.") from error
    return answer


def _headers_back(response: ClientResponse) -> CIMultiDict[str]:
    from multidict import CIMultiDict

    headers = CIMultiDict(_end_to_end(response.headers.items()))
    headers["server"] = SERVER
    return headers
