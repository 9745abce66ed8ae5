"""The worker: what is due is done, mail is sent, what readers missed is added up, what pictures lack is made, chores.

It works beside the desk, or by itself.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import close_old_connections
from django.utils import timezone

LOOK = 5.0  # seconds
LOOK_AT_PICTURES = 2.0
TIDY = 3600.0

log = logging.getLogger("communique.timetable")


def keep(stop: threading.Event) -> None:
    """Do what is due, again and again. What fails is logged and tried at the next look."""
    from communique.content import missed, timetable

    while not stop.is_set():
        try:
            close_old_connections()
            timetable.run_due(datetime.now(UTC))
            missed.take_in(timezone.localdate())
            _note_down()
        except Exception:
            log.exception("What is due could not be done, and will be tried again.")
        finally:
            close_old_connections()
        stop.wait(LOOK)


def looked() -> float | None:
    """When it was last looked at what is due and all of it could be done, Unix time; None if never."""
    try:
        return _note().stat().st_mtime
    except OSError:
        return None


def _note_down() -> None:
    with suppress(OSError):  # a full disk is told of elsewhere
        _note().parent.mkdir(parents=True, exist_ok=True)
        _note().touch()


def _note() -> Path:
    return Path(settings.COMMUNIQUE.run_folder) / "worker-looked"


def finish_pictures(stop: threading.Event) -> None:
    """Make what pictures lack, again and again."""
    from communique.content import backlog
    from communique.content.share_cards import drawing
    from communique.press import in_vain

    seen: object = None
    tidied = time.monotonic()
    while not stop.is_set():
        try:
            close_old_connections()
            backlog.catch_up(stop.is_set)
            if (now := in_vain.stamp(Path(settings.COMMUNIQUE.press_folder))) != seen:
                drawing.catch_up(stop.is_set)
                seen = now
            if time.monotonic() >= tidied + TIDY:
                drawing.clear_away(datetime.now(UTC))
                tidied = time.monotonic()
        except Exception:
            log.exception("What pictures lack could not be made, and will be tried again.")
        finally:
            close_old_connections()
        stop.wait(LOOK_AT_PICTURES)


def send_mail(stop: threading.Event) -> None:
    """Send what is in the outbox, again and again, and clear away what is over. Without a mail server it waits there.

    In a thread of its own, because a server may take its time.
    """
    from communique.content import retention
    from communique.mail import outbox

    tidied = 0.0
    while not stop.is_set():
        try:
            close_old_connections()
            if settings.EMAIL_HOST:
                outbox.deliver(datetime.now(UTC))
            if not tidied or time.monotonic() >= tidied + TIDY:
                outbox.clear_away(datetime.now(UTC))
                retention.forget(datetime.now(UTC))
                tidied = time.monotonic()
        except Exception:
            log.exception("Mail could not be sent, and will be tried again.")
        finally:
            close_old_connections()
        stop.wait(LOOK)


def do_chores(stop: threading.Event) -> None:
    """What parts have to do, again and again: in a thread of its own, because reading a document takes time."""
    from communique.content import chores

    while not stop.is_set():
        try:
            close_old_connections()
            chores.do(stop.is_set)
        except Exception:
            log.exception("Chores could not be done, and will be tried again.")
        finally:
            close_old_connections()
        stop.wait(LOOK)


def keep_in_a_thread() -> threading.Event:
    """Begin beside other work; set the event to stop."""
    stop = threading.Event()
    for what in (keep, finish_pictures, send_mail, do_chores):
        threading.Thread(target=what, args=(stop,), name=what.__name__, daemon=True).start()
    return stop


def keep_until_told() -> None:
    """Until SIGTERM or SIGINT."""
    stop = keep_in_a_thread()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    while not stop.wait(LOOK):  # a signal is noticed between two waits
        pass
