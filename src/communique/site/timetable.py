"""The timetable: what is due is done every few seconds, in a thread of the desk or in a process of its own."""

from __future__ import annotations

import logging
import signal
import threading
from datetime import UTC, datetime

from django.db import close_old_connections

LOOK = 5.0  # seconds

log = logging.getLogger("communique.timetable")


def keep(stop: threading.Event) -> None:
    """Do what is due, again and again. What fails is logged and tried at the next look."""
    from communique.content import timetable

    while not stop.is_set():
        try:
            close_old_connections()
            timetable.run_due(datetime.now(UTC))
        except Exception:
            log.exception("What is due could not be done, and will be tried again.")
        finally:
            close_old_connections()
        stop.wait(LOOK)


def keep_in_a_thread() -> threading.Event:
    """Begin beside other work; set the event to stop."""
    stop = threading.Event()
    threading.Thread(target=keep, args=(stop,), name="timetable", daemon=True).start()
    return stop


def keep_until_told() -> None:
    """Until SIGTERM or SIGINT."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    keep(stop)
