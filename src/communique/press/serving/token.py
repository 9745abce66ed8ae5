"""The secret by which the desk knows that a request came through its own reader."""

from __future__ import annotations

import os
import secrets
import threading
from contextlib import suppress
from pathlib import Path

HEADER = "X-Communique-Reader"


def reader_token(path: Path) -> str:
    """The secret in the file at `path`, never empty; made where it is missing, for its owner's eyes only.

    Raises OSError where it can't be made.
    """
    with suppress(FileNotFoundError):
        if told := path.read_text().strip():
            return told
    return _make(path)


def _make(path: Path) -> str:
    """Whole or not at all: with half a secret, or none, others would be believed."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(32))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)  # fails if another process was first: then its secret holds
        except FileExistsError:
            if not path.read_text().strip():  # a full disk, or a power cut, left nothing in it
                draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
    return path.read_text().strip()
