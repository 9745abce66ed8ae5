"""Starting the desk: Granian, embedded, with Django behind it."""

from __future__ import annotations

import os

TIMETABLE = "COMMUNIQUE_RUN_TIMETABLE"
LINK = "COMMUNIQUE_RUN_LINK"
"""Set, the desk prints a link that signs its superuser in, as soon as it can be followed."""

THREADS = 4


def run(host: str, port: int) -> None:
    """Serve until told to stop (SIGTERM, SIGINT)."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    os.environ["COMMUNIQUE_ROLE"] = "desk"
    Server(
        "communique.site.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
    ).serve()
