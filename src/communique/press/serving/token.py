"""The secret by which the desk knows that a request came through its own reader."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

HEADER = "X-Communique-Reader"


def reader_token(path: Path) -> str:
    """The secret in the file at `path`; made where it is missing, for its owner's eyes only."""
    try:
        file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(file, "w") as made:
        made.write(secrets.token_urlsafe(32))
    return path.read_text().strip()
