"""Chores: what parts have to do in the worker's time, again and again. Each part offers its own, and none waits for
another's failure."""

from __future__ import annotations

import logging
from collections.abc import Callable

Stop = Callable[[], bool]
Deed = Callable[[Stop], int]
"""(whether it is time to end) → how much was done."""

log = logging.getLogger("communique.chores")

_offered: dict[str, Deed] = {}


def offer(name: str, deed: Deed) -> None:
    """Have this done. Offering one again (by name) replaces it."""
    _offered[name] = deed


def do(stop: Stop) -> dict[str, int]:
    """Do each once: one that fails is logged, and tried again at the next time."""
    done = {}
    for name, deed in sorted(_offered.items()):
        if stop():
            break
        try:
            done[name] = deed(stop)
        except Exception:
            log.exception("%s could not be done, and will be tried again.", name)
    return done
