"""Passing live actions on to the desk, and its answers back, without holding either in memory."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlsplit

from ..headers import Headers
from .environment import MIB, Environment
from .token import HEADER, reader_token

if TYPE_CHECKING:
    from aiohttp import ClientResponse, ClientSession, ClientTimeout

log = logging.getLogger("communique.reader")

PREFIXES = ("/-/", "/desk/")

_FORM = 4 * MIB  # what readers send; uploads at the desk may be larger
_CONNECTING = 1.0  # seconds; the desk is near
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
_IN_A_PATH = "/:@!$&'()*+,;=~-._"
_IN_A_QUERY = _IN_A_PATH + "?%[]{}|\\^`"


class DeskIsAway(RuntimeError):
    """The desk doesn't answer."""


class TooLarge(ValueError):
    """A request whose body is larger than may be sent."""


def is_forwarded(path: str) -> bool:
    """Whether the desk answers this path. One that climbs out of the prefix is nobody's."""
    return path.startswith(PREFIXES) and not {".", ".."} & set(path.split("/"))


class Body:
    """A request's body as it comes, as long as it isn't too much."""

    def __init__(self, protocol: Any, largest: int) -> None:
        self.was_too_much = False
        self._protocol = protocol
        self._left = largest

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for chunk in self._protocol:
            self._left -= len(chunk)
            if self._left < 0:
                self.was_too_much = True
                raise OSError("This is more than can be sent here.")
            yield chunk


class Forwarding:
    """The way to the desk. Connections are kept and used again."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._session: ClientSession | None = None

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session is not None:
            await self._session.close()

    async def pass_on(self, scope: Any, protocol: Any) -> int:
        """Have the desk answer; gives the status. Raises DeskIsAway or TooLarge, and then nothing was answered yet."""
        import aiohttp  # only where there is something to pass on: it takes a while to import

        body = self._body(scope, protocol)
        try:
            response = await self._open_session().request(
                scope.method,
                self._url(scope),
                headers=self._headers(scope),
                data=body,
                allow_redirects=False,
                timeout=patience(scope.path),
            )
            async with response:
                await _pass_back(scope.method, response, protocol)
                return response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            raise (TooLarge() if body is not None and body.was_too_much else DeskIsAway()) from error

    def _body(self, scope: Any, protocol: Any) -> Body | None:
        """The request's body, if it has one. Raises TooLarge if it says itself that it is."""
        largest = self._environment.largest_body
        if scope.path.startswith("/-/"):
            largest = min(_FORM, largest)
        declared = scope.headers.get("content-length")
        if declared is None:
            return Body(protocol, largest) if "transfer-encoding" in scope.headers else None
        if int(declared) > largest:
            raise TooLarge
        return Body(protocol, largest) if int(declared) else None

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

    def _url(self, scope: Any) -> Any:
        from yarl import URL

        query = f"?{quote(scope.query_string, safe=_IN_A_QUERY)}" if scope.query_string else ""
        return URL(self._environment.desk + quote(scope.path, safe=_IN_A_PATH) + query, encoded=True)

    def _headers(self, scope: Any) -> Headers:
        host = scope.headers.get("host") or scope.authority or ""
        return [
            *(pair for pair in _end_to_end(scope.headers.items()) if not _is_ours_to_say(pair[0])),
            ("host", host),
            ("x-forwarded-for", self._client(scope)),
            ("x-forwarded-host", host),
            ("x-forwarded-proto", urlsplit(self._environment.address).scheme or scope.scheme),
            *self._proof(),
        ]

    def _client(self, scope: Any) -> str:
        """Where the request came from: told by our own servers in front, and by nobody else."""
        client: str = scope.client.rpartition(":")[0].strip("[]")
        forwarded = scope.headers.get("x-forwarded-for")
        if client in self._environment.proxies and forwarded:
            return str(forwarded).rpartition(",")[2].strip()
        return client

    def _proof(self) -> Headers:
        file = self._environment.token_file
        return [(HEADER.lower(), reader_token(file))] if file else []


def patience(path: str) -> ClientTimeout:
    """How long a reader waits at most for the desk to take the call, and to say something."""
    import aiohttp

    silent = next(seconds for prefix, seconds in _SILENT.items() if path.startswith(prefix))
    return aiohttp.ClientTimeout(total=None, sock_connect=_CONNECTING, sock_read=silent)


def _is_ours_to_say(name: str) -> bool:
    return name in _OURS_TO_SAY or name.startswith(("x-forwarded-", "x-communique-"))


def _end_to_end(headers: Iterable[tuple[str, str]]) -> Headers:
    """The headers meant for the other end: without those that belong to one connection, named or known."""
    pairs = [(name.lower(), value) for name, value in headers]
    named = {word.strip().lower() for name, value in pairs if name == "connection" for word in value.split(",")}
    return [(name, value) for name, value in pairs if name not in _HOP_BY_HOP and name not in named]


async def _pass_back(method: str, response: ClientResponse, protocol: Any) -> None:
    headers = _end_to_end(response.headers.items())
    length = response.content_length
    if method == "HEAD" or response.status in (204, 304):
        protocol.response_empty(response.status, headers)
    elif length is not None and length <= _SMALL:
        protocol.response_bytes(response.status, headers, await response.read())
    else:
        await _stream_back(response, headers, protocol)


async def _stream_back(response: ClientResponse, headers: Headers, protocol: Any) -> None:
    transport = protocol.response_stream(response.status, headers)
    try:
        async for chunk in response.content.iter_chunked(_SMALL):
            await transport.send_bytes(chunk)
    except Exception as error:  # either side went away; half an answer can't be taken back
        log.info("An answer of the desk was not passed on to its end: %s", error)
        response.close()
