"""Whoever holds connections open keeps nobody else from reading. Row R12."""

from __future__ import annotations

import resource
import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

SLOW = 1500  # more than a process may have files, where nobody asks for more


@pytest.fixture
def file_handles() -> Iterator[None]:
    """As many as it takes; what was allowed before holds again afterwards."""
    usual, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    if most != resource.RLIM_INFINITY and most < 2 * SLOW:
        pytest.skip(f"needs {2 * SLOW} file handles, and {most} is the most that there are")
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(usual, 2 * SLOW), most))
    yield
    resource.setrlimit(resource.RLIMIT_NOFILE, (usual, most))


def test_r12_readers_are_answered_beside_a_crowd_that_never_ends_its_requests(site, file_handles):
    with ExitStack() as kept:
        for _ in range(SLOW):
            line = kept.enter_context(socket.create_connection(("127.0.0.1", site.port), 10))
            line.send(b"GET / HTTP/1.1\r\nhost: localhost\r\nx-slow: ")
        assert site.ask("/about/").status == 200
