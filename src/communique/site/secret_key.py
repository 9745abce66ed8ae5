"""The site's secret key: made once, kept in its data folder, readable by its owner alone."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE = "secret_key"


def kept(data: Path) -> str:
    """The key of the site with this data folder; made when it isn't there yet."""
    place = data / FILE
    try:
        return place.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        return _make(place)


def passing() -> str:
    """A key for a process that has no site: what it signs is good for as long as it runs."""
    return secrets.token_urlsafe(50)


def _make(place: Path) -> str:
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f".{FILE}.{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(passing() + "\n")
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, place)  # fails if another process was first: then its key is the site's
    except FileExistsError:
        pass
    finally:
        draft.unlink()
    return place.read_text(encoding="ascii").strip()
