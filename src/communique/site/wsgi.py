"""The desk as a WSGI application, with the timetable beside it where it was asked for."""

import os

from . import desk, leash
from .entering import enter

leash.hold_if_child()
enter(role="desk")

from django.core.wsgi import get_wsgi_application  # Django is ready only from here on

application = get_wsgi_application()

if os.environ.get(desk.TIMETABLE):
    from .timetable import keep_in_a_thread

    keep_in_a_thread()
