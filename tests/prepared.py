"""Processes that begin at once: the libraries that they need are imported beforehand, and each is a fork of that.

A fork has its own number, folder, environment and streams, and does what `python -m MODULE` does. Nothing that reads
the settings of a site is imported beforehand, and of communique nothing at all. Where the start itself is tried
(`communique serve` and the processes that it starts, the help of the command) Python is started as people do.

    python -m tests.prepared LINE

takes what is to be begun from a socket that it inherits, and ends when nobody is at the other end any more.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

HOME = Path(__file__).parents[1]
LIBRARIES = (
    *("django.core.management", "django.core.mail", "django.db.models", "django.forms", "django.http", "django.test"),
    *("django.template", "django.views.generic", "django.contrib.staticfiles.storage", "django.conf.urls.i18n"),
    *("bs4", "brotli", "filetype", "html5lib", "icalendar", "isal", "minijinja", "nh3", "orjson", "PIL.Image"),
    *("pillow_heif", "polib", "prometheus_client", "pydantic", "rich.console", "selectolax.lexbor", "sqlparse"),
)
LATER = ("communique", "sqlite3", "wagtail")
"""What must not be there yet: it asks for settings, or another takes its place then (`site/sqlite_library.py`)."""

LONGEST = 1 << 17  # bytes of what is asked for

Streams = tuple[int, int, int]


class Prepared:
    """The one that forks, as those see it who want processes of it."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, "-m", "tests.prepared", str(theirs.fileno())]
        self._process = subprocess.Popen(command, cwd=HOME, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()])
        self._line = ours
        theirs.close()

    def begin(
        self,
        module: str,
        arguments: Sequence[str],
        streams: Streams,
        *,
        folder: Path | None = None,
        environment: Mapping[str, str] | None = None,
    ) -> int:
        """Begin `python -m module arguments…` on these streams; gives the number of the process."""
        variables = dict(os.environ if environment is None else environment)
        assert _of_python(variables) == _of_python(os.environ), "Python itself reads these, and has been started."
        asked = [module, list(arguments), str(folder or Path.cwd()), variables]
        return self._ask(asked, streams)

    def ended(self, number: int) -> int:
        """Wait until that process is over; gives its exit code as `subprocess` has it."""
        return self._ask(number)

    def close(self) -> None:
        """No more of them."""
        self._line.close()
        self._process.wait()

    def _ask(self, asked: object, streams: Sequence[int] = ()) -> int:
        socket.send_fds(self._line, [json.dumps(asked).encode()], streams)
        answer = self._line.recv(LONGEST)
        assert answer, "The prepared process is gone."
        return int(answer)


@cache
def prepared() -> Prepared:
    """The one of this process, made when it is first wanted."""
    made = Prepared()
    atexit.register(made.close)
    return made


def communique(
    *arguments: str, folder: Path | None = None, environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `python -m communique arguments…` to its end."""
    with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err, open(os.devnull) as nothing:
        streams = (nothing.fileno(), out.fileno(), err.fileno())
        number = prepared().begin("communique", arguments, streams, folder=folder, environment=environment)
        code = prepared().ended(number)
        for said in (out, err):
            said.seek(0)
        return subprocess.CompletedProcess(["communique", *arguments], code, out.read(), err.read())


def _of_python(variables: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in variables.items() if name.startswith(("PYTHON", "LC_", "LANG"))}


def _prepare(line: socket.socket) -> None:
    for name in LIBRARIES:
        import_module(name)
    assert not {name.partition(".")[0] for name in sys.modules} & set(LATER)
    gc.freeze()
    while True:
        said, streams, _, _ = socket.recv_fds(line, LONGEST, 3)
        if not said:
            return
        asked = json.loads(said)
        if isinstance(asked, int):
            answer = os.waitstatus_to_exitcode(os.waitpid(asked, 0)[1])
        elif answer := os.fork():
            for stream in streams:
                os.close(stream)
        else:
            line.close()
            _become(*asked, streams)
            return
        line.send(str(answer).encode())


def _become(module: str, arguments: list[str], folder: str, variables: dict[str, str], streams: list[int]) -> None:
    """In the fork: be what `python -m module` would be."""
    for place, stream in enumerate(streams):
        os.dup2(stream, place)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    time.tzset()
    sys.path[0] = folder
    sys.argv = [module, *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    number = int(sys.argv[1])
    os.set_inheritable(number, False)
    _prepare(socket.socket(fileno=number))
