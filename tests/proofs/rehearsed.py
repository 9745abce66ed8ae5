"""Processes of a site that begin at once: what they need is imported beforehand, and each life is a fork of that.

    python -m tests.proofs.rehearsed ROLE

reads lines of JSON, `[deed, arguments…]`, and answers each with the number of the process that does it: a function of
`deeds`. The site is named in the environment.
"""

from __future__ import annotations

import os
import select
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

import orjson

from tests.prepared import prepared
from tests.waiting import PATIENCE, until

HOME = Path(__file__).parents[2]
MODULE = "tests.proofs.rehearsed"
REHEARSED = "rehearse "


class Life:
    """One process, from its beginning to its end."""

    def __init__(self, number: int) -> None:
        self.number = number
        self._end = os.pidfd_open(number)

    def kill(self) -> None:
        """Without warning."""
        if self._end >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._end, signal.SIGKILL)
            self.ended()

    def stop(self) -> None:
        """Let it finish what it is at."""
        signal.pidfd_send_signal(self._end, signal.SIGTERM)
        self.ended()

    def go_on(self) -> None:
        """Let it do what comes next: wait until it halts, let it go on, and wait until it halts again or is over."""
        until(self.is_halted)
        os.kill(self.number, signal.SIGCONT)
        until(lambda: self.is_over() or self.is_halted())

    def is_halted(self) -> bool:
        """Whether it waits for somebody to let it go on."""
        return not self.is_over() and _state(self.number) == "T"

    def is_over(self) -> bool:
        """Whether it has ended."""
        return self._end < 0 or bool(select.select([self._end], [], [], 0)[0])

    def ended(self) -> None:
        """Wait until it is over."""
        assert select.select([self._end], [], [], PATIENCE)[0], "A process that should have ended didn't."
        os.close(self._end)
        self._end = -1


def _state(number: int) -> str:
    """The letter for what a process is at, as proc(5) has it; X for one that is gone."""
    try:
        return Path(f"/proc/{number}/stat").read_text().rpartition(") ")[2][0]
    except FileNotFoundError:
        return "X"


class Company:
    """The processes of one role."""

    def __init__(self, role: str, surroundings: dict[str, str]) -> None:
        variables = os.environ | surroundings | {"COMMUNIQUE_ROLE": role}
        self._lives: list[Life] = []
        (hears, asking), (answers, tells) = os.pipe(), os.pipe()
        self._number = prepared().begin(MODULE, [role], (hears, tells, 2), folder=HOME, environment=variables)
        self._asking, self._answers = os.fdopen(asking, "wb", buffering=0), os.fdopen(answers, "rb")
        os.close(hears)
        os.close(tells)

    def begin(self, deed: str, *arguments: object) -> Life:
        """A new process that does the deed."""
        self._lives.append(Life(self._ask(deed, arguments)))
        return self._lives[-1]

    def do(self, deed: str, *arguments: object) -> None:
        """The deed, done."""
        self.begin(deed, *arguments).ended()

    def rehearse(self, deed: str, *arguments: object) -> None:
        """Do the deed before anybody forks, so that all that is made once is there for every life."""
        assert self._ask(f"{REHEARSED}{deed}", arguments) == 0

    def dismiss(self) -> None:
        """No more: whoever still lives is ended."""
        for life in self._lives:
            life.kill()
        self._asking.close()
        self._answers.close()
        prepared().ended(self._number)

    def _ask(self, deed: str, arguments: tuple[object, ...]) -> int:
        self._asking.write(orjson.dumps([deed, *map(str, arguments)]) + b"\n")
        return int(self._answers.readline())


@contextmanager
def company(role: str, **surroundings: str) -> Iterator[Company]:
    """Processes of one role for as long as they are needed."""
    hired = Company(role, surroundings)
    try:
        yield hired
    finally:
        hired.dismiss()


def _rehearse() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "communique.site.settings"
    import django

    django.setup()
    from django.db import connections

    from . import deeds

    for line in sys.stdin.buffer:
        name, *arguments = orjson.loads(line)
        deed = getattr(deeds, name.removeprefix(REHEARSED))
        if name.startswith(REHEARSED):
            deed(*arguments)
        connections.close_all()  # a connection must not cross a fork
        number = 0 if name.startswith(REHEARSED) else os.fork() or _live(deed, arguments)
        print(number, flush=True)
        with suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass


def _live(deed: Callable[..., None], arguments: list[str]) -> NoReturn:
    """In the fork, never to come back."""
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    try:
        deed(*arguments)
    except BaseException:
        import traceback

        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    _rehearse()
