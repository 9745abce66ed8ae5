"""Several processes as one: started together, each started again when it dies, all ended together."""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .leash import PARENT

log = logging.getLogger("communique.supervision")

LONGEST_PAUSE = 30.0  # seconds before a process that keeps dying is tried again
STEADY = 60.0  # seconds after which a process is thought to stand
PATIENCE = 15.0  # seconds a process has to end by itself
LONGEST_NAP, EAGER_NAP = 5.0, 0.05
SAID_WHY = frozenset({65, 66, 69, 73, 78})
"""Exit codes of a process that has told what is wrong: starting it again would change nothing.

A full or failing disk (74) is not among them: what was printed can be read, and space may be made at any time.
"""

Clock = Callable[[], float]


@dataclass
class Child:
    """One process of the site."""

    name: str
    arguments: Sequence[str]  # of the `communique` command
    environment: Mapping[str, str] = field(default_factory=dict)
    program: Sequence[str] = (sys.executable, "-m", "communique")
    process: subprocess.Popen[bytes] | None = None
    began: float = 0.0
    pause: float = 0.0
    again_at: float = 0.0
    runs: int = 0

    def start(self, now: float) -> None:
        """Start it, at the head of a process group of its own: a Ctrl-C at the terminal is ours to handle."""
        self.process = subprocess.Popen(
            [*self.program, *self.arguments],
            env={**os.environ, **self.environment, PARENT: str(os.getpid())},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        self.began = now
        self.runs += 1

    def ended(self) -> int | None:
        """The exit code, once it has ended; what it had started is ended with it."""
        if self.process is None or self.process.returncode is not None:
            return self.process.returncode if self.process else None
        # Looked at without reaping it: until then nobody else can have its number.
        if os.waitid(os.P_PID, self.process.pid, os.WEXITED | os.WNOWAIT | os.WNOHANG) is None:
            return None
        self._end_group()
        return self.process.wait()

    def wait_longer(self, now: float) -> None:
        """It died: when to start it again. The more often in a row, the later."""
        self.pause = 1.0 if now - self.began >= STEADY else min(LONGEST_PAUSE, max(0.5, self.pause * 2))
        self.again_at = now + self.pause

    def signal(self, number: int) -> None:
        """Send a signal to it, or on SIGKILL to all that it started."""
        if self.process is None or self.process.poll() is not None:
            return
        if number == signal.SIGKILL:
            self._end_group()
        else:
            self.process.send_signal(number)

    def _end_group(self) -> None:
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)


class Supervisor:
    """Runs children until it is asked to stop (SIGTERM, SIGINT), or until one can't be run at all."""

    def __init__(self, children: Sequence[Child], clock: Clock = time.monotonic) -> None:
        self.children = children
        self._clock = clock
        self._asked = False
        self._door, self._knock = socket.socketpair()
        self._knock.setblocking(False)

    def run(self, told: Callable[[], bool] | None = None) -> int:
        """Gives 0 when it was asked to stop, else the exit code of the child that can't be run.

        `told` is called often until it is true: it tells people that the site answers, once it does.
        """
        numbers = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
        before = {number: signal.signal(number, self._ask) for number in numbers}
        signal.set_wakeup_fd(self._knock.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)  # only so that the wake-up comes
        try:
            for child in self.children:
                child.start(self._clock())
            return self._watch(told)
        finally:
            self.stop()
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for number, handler in before.items():
                signal.signal(number, handler)

    def stop(self) -> None:
        """End all, the last one started first; who doesn't go in time is ended with all that it started."""
        for child in reversed(self.children):
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + PATIENCE
        for child in reversed(self.children):
            if child.process is None:
                continue
            try:
                child.process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                child.signal(signal.SIGKILL)
                child.process.wait()

    def _ask(self, *_: object) -> None:
        self._asked = True

    def _watch(self, told: Callable[[], bool] | None) -> int:
        while not self._asked:
            if told is not None and told():
                told = None
            now = self._clock()
            for child in self.children:
                code = self._look_after(child, now)
                if code is not None:
                    return code
            self._rest(now, LONGEST_NAP if told is None else EAGER_NAP)
        return 0

    def _look_after(self, child: Child, now: float) -> int | None:
        """Start it again where it is time; gives the exit code of one that can't be run at all."""
        code = child.ended()
        if code is None:
            return None
        child.process = None
        child.wait_longer(now)
        # Only at its first start: what was there once may come back, and the others go on until then.
        if code in SAID_WHY and child.runs == 1:
            return code
        log.warning("The %s ended (%s); it is started again in %.1f s.", child.name, _why(code), child.pause)
        return None

    def _rest(self, now: float, longest: float) -> None:
        """Start those whose pause is over, then sleep until a signal or the next pause's end."""
        waiting = [child for child in self.children if child.process is None]
        for child in [child for child in waiting if child.again_at <= now]:
            child.start(now)
            waiting.remove(child)
        nap = min([longest, *(child.again_at - now for child in waiting)])
        self._door.settimeout(max(EAGER_NAP, nap))
        with contextlib.suppress(TimeoutError):
            self._door.recv(4096)


def free_port() -> int:
    """A port on loopback that nobody listens on now."""
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _why(code: int) -> str:
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"
