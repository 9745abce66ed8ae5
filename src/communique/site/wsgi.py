"""The desk as a WSGI application, with the timetable beside it where it was asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from . import desk, leash
from .entering import enter

if TYPE_CHECKING:
    from django.core.handlers.wsgi import WSGIHandler


def _opened() -> WSGIHandler:
    leash.hold_if_child()
    try:
        enter(role="desk")
    except Exception as error:
        desk.give_up(error)
    from django.core.wsgi import get_wsgi_application

    made = get_wsgi_application()
    _begin_beside()
    return made


def _begin_beside() -> None:
    if os.environ.get(desk.TIMETABLE):
        from .timetable import keep_in_a_thread

        keep_in_a_thread()
    from django.conf import settings

    if port := settings.COMMUNIQUE.server.metrics_port:
        from . import metrics  # the desk begins sooner without it

        metrics.serve(port)
    if os.environ.pop(desk.LINK, ""):
        from .letting_in import link

        sys.stdout.write(f"Sign in  {link()}  (works once, within an hour)\n")
        sys.stdout.flush()


application = _opened()
