"""Starting the reader: one process, or several that take their connections from one port."""

from __future__ import annotations

import asyncio
import errno
import os
import resource
import signal
import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress

import uvloop

from .connections import LOOK, Connections
from .crew import Crew
from .environment import Environment
from .reader import Reader

MOST_FILES = 100_000
"""So many a process has at most, and with each of its connections some kilobytes of memory."""

WAITING = 2_048
"""Connections that may wait to be taken."""


class CannotListen(RuntimeError):
    """The port can't be had; the message says why, and what would do."""

    exit_code = 69  # "service unavailable", as sysexits.h has it


def run(host: str, port: int, *, environment: Environment, workers: int = 1) -> None:
    """Serve until told to stop (SIGTERM, SIGINT). Raises CannotListen."""
    _take_many_files()
    with _listening(host, port) as door:
        if workers == 1:
            work(door, environment)
        else:
            whole = os.getpid()
            Crew(workers, lambda: work(door, environment, parent=whole)).run()


def work(door: socket.socket, environment: Environment, parent: int = 0) -> None:
    """Answer those who come to a listening socket, until told to stop, or until the parent is gone."""
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_serve(door, environment, parent))


async def _serve(door: socket.socket, environment: Environment, parent: int) -> None:
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, told.set)

    def look_up() -> None:
        if os.getppid() != parent:
            told.set()
        else:
            loop.call_later(LOOK, look_up)

    if parent:
        look_up()
    reader = Reader(environment)
    connections = Connections(reader)
    server = await loop.create_server(connections, sock=door, backlog=WAITING)
    await told.wait()
    server.close()
    await connections.close()
    await reader.close()


def _listening(host: str, port: int) -> socket.socket:
    with ExitStack() as undo, _in_words(host, port):
        door = undo.enter_context(_bound(host, port))
        door.listen(WAITING)
        door.setblocking(False)
        undo.pop_all()
    return door


def _take_many_files() -> None:
    """As many as the system lets it have: each reader that is connected takes one."""
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = MOST_FILES if most in (resource.RLIM_INFINITY, -1) else min(most, MOST_FILES)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))


def refuse_taken(host: str, port: int) -> None:
    """Raise CannotListen if somebody listens there already, or this process may not."""
    with _in_words(host, port):
        _bound(host, port).close()


def _bound(host: str, port: int) -> socket.socket:
    with ExitStack() as undo:
        door = undo.enter_context(socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET))
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        door.bind((host, port))
        undo.pop_all()
    return door


@contextmanager
def _in_words(host: str, port: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CannotListen(_reason(host, port, error)) from error


def _reason(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use; stop what listens there or choose another one with --port."
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved; choose one above 1023 with --port."
    return f"Can't listen on {host} port {port}: {error.strerror or error}."
