"""What is kept of readers for a while only: each part says how to forget it, and the worker does so.

What was told to somebody who gave it holds, so that the end of each row stands with the row.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime

Forget = Callable[[datetime], int]
"""(now) → how many were forgotten."""

log = logging.getLogger("communique.retention")

_offered: dict[str, Forget] = {}


def offer(name: str, forget: Forget) -> None:
    """Have this done from time to time. Offering one again (by name) replaces it."""
    _offered[name] = forget


def forget(now: datetime) -> dict[str, int]:
    """Forget what is over, each kind by itself: one that fails is logged, and the others are done."""
    done = {}
    for name, deed in sorted(_offered.items()):
        try:
            done[name] = deed(now)
        except Exception:
            log.exception("What is kept of readers (%s) could not be forgotten, and is tried again.", name)
    return done
