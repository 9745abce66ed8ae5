"""Starting the desk: Granian, embedded, with Django behind it."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

REFUSED = "COMMUNIQUE_RUN_REFUSED"
"""Names the file in which a worker that can't work leaves the exit code."""

TIMETABLE = "COMMUNIQUE_RUN_TIMETABLE"
LINK = "COMMUNIQUE_RUN_LINK"
"""Set, the desk prints a link that signs its superuser in, as soon as it can be followed."""

THREADS = 4


def run(host: str, port: int) -> None:
    """Serve until told to stop (SIGTERM, SIGINT). Exits with the code of a worker's refusal."""
    with TemporaryDirectory(prefix="communique-desk-") as folder:
        refused = Path(folder) / "refused"
        os.environ[REFUSED] = str(refused)
        _serve(host, port)
        code = int(refused.read_text()) if refused.exists() else 0
    if code:
        sys.exit(code)


def give_up(error: Exception) -> NoReturn:
    """In a worker: say what is wrong and end the whole. Granian would try again and again, and show where it failed."""
    place, code = os.environ.get(REFUSED), getattr(error, "exit_code", 0)
    if not (place and code):
        raise error
    sys.stderr.write(f"{error}\n")
    sys.stderr.flush()
    Path(place).write_text(str(code))
    os.kill(os.getppid(), signal.SIGTERM)
    os._exit(code)


def _serve(host: str, port: int) -> None:
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
