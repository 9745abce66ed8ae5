"""Starting the reader: Granian, embedded."""

from __future__ import annotations

import errno
import os
import resource
import socket
from contextlib import suppress
from pathlib import Path

from .environment import Environment

MOST_FILES = 100_000
"""So many a process has at most, and with each of its connections some kilobytes of memory."""

OWN_FILES = 200
"""What it needs besides: its store, its connections to the desk."""


class CannotListen(RuntimeError):
    """The port can't be had; the message says why, and what would do."""

    exit_code = 69  # "service unavailable", as sysexits.h has it


def run(host: str, port: int, *, environment: Environment, workers: int = 1, log_level: str = "warning") -> None:
    """Serve until told to stop (SIGTERM, SIGINT). Raises CannotListen."""
    from granian.constants import HTTPModes, Interfaces, RuntimeModes
    from granian.log import LogLevels
    from granian.server import Server

    refuse_taken(host, port)
    os.environ.update(_variables(environment))
    Server(
        "communique.press.serving.application:app",
        address=host,
        port=port,
        interface=Interfaces.RSGI,
        workers=workers,
        backpressure=_most_connections(),
        http=HTTPModes.http1,  # what speaks HTTP/2 to readers stands in front and ends TLS too
        runtime_mode=RuntimeModes.st,
        websockets=False,
        log_level=LogLevels(log_level),
        respawn_failed_workers=True,
    ).serve()


def _most_connections() -> int:
    """How many readers may be connected to one process: as many as the system lets it have files, less some of its own.

    Granian's own limit is a thousand, so that a thousand slow ones would shut out everybody.
    """
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most in (resource.RLIM_INFINITY, -1):
        most = MOST_FILES
    most = min(most, MOST_FILES)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
    return max(1, resource.getrlimit(resource.RLIMIT_NOFILE)[0] - OWN_FILES)


def refuse_taken(host: str, port: int) -> None:
    """Raise CannotListen if somebody listens there already, or this process may not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as error:
            raise CannotListen(_reason(host, port, error)) from error


def _reason(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use; stop what listens there or choose another one with --port."
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved; choose one above 1023 with --port."
    return f"Can't listen on {host} port {port}: {error.strerror or error}."


def _variables(environment: Environment) -> dict[str, str]:
    """The environment as the worker processes will read it."""
    token_file: Path | str = environment.token_file or ""
    return {
        "COMMUNIQUE_STORE": str(environment.store),
        "COMMUNIQUE_DESK": environment.desk,
        "COMMUNIQUE_READER_TOKEN_FILE": str(token_file),
        "COMMUNIQUE_ADDRESS": environment.address,
        "COMMUNIQUE_PROXIES": ",".join(sorted(environment.proxies)),
        "COMMUNIQUE_LARGEST_BODY": str(environment.largest_body),
    }
