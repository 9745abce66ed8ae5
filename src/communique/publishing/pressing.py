"""Running the press for a site: once, or watching for changes."""

from __future__ import annotations

import logging
import os
import select
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings

from communique.press.run import Press, Run
from communique.press.sqlite import DatabaseError, is_of_the_disk
from communique.press.store import Store

from . import bell
from .newsroom import SiteNewsroom

log = logging.getLogger("communique.press")

LOOK = 0.5
"""Seconds between looks for changes when nobody rings the bell."""

CLEARING = 3600.0
"""Seconds between two clearings of older editions; it is done when nothing else is to be done."""


@contextmanager
def press(progress: Callable[[int, int | None], None] | None = None) -> Iterator[Press]:
    """The site's press, holding its store. Raises StoreIsHeld when another press has it."""
    folder = Path(settings.COMMUNIQUE.press_folder)
    folder.mkdir(parents=True, exist_ok=True)
    with Store.open(folder, writer=f"press {os.getpid()} on {socket.gethostname()}") as store:
        made = Press(SiteNewsroom(), store, folder, progress, processes=_cores())
        try:
            yield made
        finally:
            made.close()


def _cores() -> int:
    """How many processors there are for us."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run_once(*, full: bool = False, progress: Callable[[int, int | None], None] | None = None) -> Run:
    """Print what is pending (or everything) and tell what was done."""
    with press(progress) as made:
        done = made.run(full=full)
        clear_up(made.store)
        return done


def watch(told: Callable[[Run], None] | None = None) -> None:
    """Print whenever something changes, until asked to stop (SIGTERM, SIGINT). A run that fails is tried again."""
    stop = _Stop()
    with press() as made:
        door = bell.hang()
        pause, cleared = 0.0, -CLEARING
        while not stop.asked:
            run = _run(made, lambda: stop.asked or _is_rung(door))
            if run is not None and not run.asked and time.monotonic() - cleared >= CLEARING:
                clear_up(made.store)
                cleared = time.monotonic()
            if run is not None and told is not None and (run.printed or run.removed or run.failed):
                told(run)
            pause = LOOK if run is not None else min(30.0, max(1.0, pause * 2))
            _wait(door, stop, pause, made.next_due() if run is not None else None)


def clear_up(store: Store) -> None:
    """Forget editions that nobody goes back to. What readers have doesn't depend on it, so trouble is only told."""
    try:
        store.prune()
    except (OSError, DatabaseError) as error:
        log.warning("Older editions could not be cleared away: %s", error)


def _run(made: Press, busy: Callable[[], bool]) -> Run | None:
    try:
        return made.run(at_leisure=True, busy=busy)
    except Exception as error:  # a full disk, a lost file: the old edition stays, and the next run tries again
        if isinstance(error, OSError) or is_of_the_disk(error) or is_of_the_disk(error.__cause__ or error):
            log.error("The press could not finish its run and will try again: %s", error)
        else:
            log.exception("The press could not finish its run and will try again.")
    return None


def _wait(door: socket.socket, stop: _Stop, longest: float, due: datetime | None) -> None:
    if due is not None:
        longest = max(0.0, min(longest, (due - datetime.now(UTC)).total_seconds()))
    ready, _, _ = select.select([door, stop.door], [], [], longest)
    if door in ready:
        while _is_rung(door):
            door.recv(16)


def _is_rung(door: socket.socket) -> bool:
    return bool(select.select([door], [], [], 0)[0])


class _Stop:
    """Whether the process was asked to stop; a waiting `select` notices at once."""

    def __init__(self) -> None:
        self.asked = False
        self.door, self._knock = socket.socketpair()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._ask)

    def _ask(self, *_: object) -> None:
        self.asked = True
        self._knock.send(b"!")
