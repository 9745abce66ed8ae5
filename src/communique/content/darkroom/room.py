"""The way into the darkroom: its process is started when it is needed, and given one job at a time."""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import threading
import time
from typing import Any

from communique.text.sentences import from_kept

from .refusals import Refused, too_heavy

PATIENCE = 90.0
"""So many seconds by the clock for one job: much more than its processor time, because the machine may be busy."""


class DarkroomFailed(RuntimeError):
    """A fault of ours in the darkroom; the message is its traceback."""


class Room:
    """A darkroom: one process, one job at a time, whichever thread asks."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def do(self, job: str, **told: Any) -> Any:
        """Do a job and give what it answers. Raises Refused for a picture that can't be taken, or DarkroomFailed."""
        line = json.dumps({"job": job, **told}).encode() + b"\n"
        with self._turn:
            answer = self._answer(line)
            if answer is None:  # it had gone home just then, for want of work
                answer = self._answer(line)
        if answer is None or "refused" in answer:
            raise Refused(from_kept(answer["refused"])) if answer else too_heavy()
        if "failed" in answer:
            raise DarkroomFailed(answer["failed"])
        return answer["done"]

    def close(self) -> None:
        """End the process, if there is one."""
        with self._turn:
            self._end()

    def _answer(self, line: bytes) -> dict[str, Any] | None:
        """What the process says; None if it ended by itself without a word. Raises Refused if the job ended it."""
        process = self._running()
        assert process.stdin is not None and process.stdout is not None
        try:
            process.stdin.write(line)
            process.stdin.flush()
        except BrokenPipeError:
            self._end()
            return None
        said = _line(process, time.monotonic() + PATIENCE)
        if not said:
            ended = process.wait(5) if said is not None else None
            self._end()
            if ended == 0:
                return None
            raise too_heavy()
        answer: dict[str, Any] = json.loads(said)
        if answer.pop("closing", False):
            self._end()
        return answer

    def _running(self) -> subprocess.Popen[bytes]:
        if self._owner != os.getpid():  # a fork has its own
            self._process, self._owner = None, os.getpid()
        if self._process is not None and self._process.poll() is not None:
            self._end()
        if self._process is None:
            command = [sys.executable, "-P", "-m", "communique.content.darkroom"]
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()
        if process.poll() is None:
            process.kill()
        process.wait()


def _line(process: subprocess.Popen[bytes], until: float) -> bytes | None:
    """The next line that it writes; b"" when it ended, None when time is up."""
    assert process.stdout is not None
    said = b""
    with selectors.DefaultSelector() as watch:
        watch.register(process.stdout, selectors.EVENT_READ)
        while not said.endswith(b"\n"):
            if not watch.select(max(0.0, until - time.monotonic())):
                return None
            piece = os.read(process.stdout.fileno(), 65536)
            if not piece:
                return b""
            said += piece
    return said


room = Room()
"""The darkroom of this process."""
