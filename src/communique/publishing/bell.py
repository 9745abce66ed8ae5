"""The bell that wakes the press when something has been committed. Polling is the net under it."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models.signals import m2m_changed, post_delete, post_save

from . import declarations

LONGEST = 107
"""Bytes in the path of a socket, without the one that ends it: unix(7)."""


def listen() -> None:
    """Ring after each commit in which a declared table was written by a model."""
    for signal in (post_save, post_delete, m2m_changed):
        signal.connect(_ring_after_commit, dispatch_uid=f"publishing.bell.{id(signal)}")


def ring() -> None:
    """Wake the press if it listens; if it doesn't, it will look by itself."""
    with contextlib.suppress(OSError), _socket() as bell, _address(place()) as address:
        bell.sendto(b"!", address)


def hang() -> socket.socket:
    """The press's end: a socket that becomes readable when the bell is rung. One press has it at a time."""
    path = place()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    bell = _socket()
    with _address(path) as address:
        bell.bind(address)
    return bell


def place() -> Path:
    """Where the bell hangs: a socket in the site's run folder."""
    return Path(settings.COMMUNIQUE.run_folder) / "press.sock"


def _socket() -> socket.socket:
    bell = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
    bell.setblocking(False)
    return bell


@contextlib.contextmanager
def _address(path: Path) -> Iterator[str]:
    """The path as a socket may be told it: a long one by way of its open folder, as unix(7) and proc(5) allow."""
    if len(os.fsencode(path)) <= LONGEST:
        yield str(path)
        return
    folder = os.open(path.parent, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{folder}/{path.name}"
    finally:
        os.close(folder)


def _ring_after_commit(sender: Any, **_: Any) -> None:
    meta = getattr(sender, "_meta", None)
    if meta is not None and meta.db_table in declarations.tables:
        connection = transaction.get_connection()
        waiting = [call for _, call, *_ in connection.run_on_commit]
        if ring not in waiting:
            transaction.on_commit(ring)
