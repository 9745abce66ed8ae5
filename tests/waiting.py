"""Waiting for other processes: until something is so, never for a fixed time."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

PATIENCE = 180.0  # seconds; reached only when something is wrong


def until(condition: Callable[[], object], patience: float = PATIENCE) -> None:
    """Return as soon as the condition holds; fail when it never does."""
    deadline = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < deadline, "It never came to that."
        time.sleep(0.02)


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def status(address: str) -> int:
    """The status that an address answers with; 0 where nobody answers."""
    try:
        with urlopen(address, timeout=10) as answer:
            return int(answer.status)
    except HTTPError as error:
        return error.code
    except (URLError, OSError):
        return 0
