"""Calls to the system that fail (the N-th of a kind, once or from then on) or take their time: injected by strace."""

from __future__ import annotations

import mmap
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.waiting import until

from .rehearsed import Company, Life

LONGEST = 1 << 18  # bytes that may be told


class Slate:
    """A page of memory that two processes share: what is told on it needs no call that could fail."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(bytes(LONGEST))
        with file.open("r+b") as opened:
            self._memory = mmap.mmap(opened.fileno(), LONGEST)
        self._end = 0

    def write(self, text: str) -> None:
        """Tell something more (as a stream does)."""
        told = text.encode()
        self._memory[self._end : self._end + len(told)] = told
        self._end += len(told)

    def flush(self) -> None:
        """Nothing waits."""

    def read(self) -> str:
        """All that was told."""
        return self._memory[:].split(b"\0", 1)[0].decode()


class Fault(NamedTuple):
    """The `number`-th call of a kind fails (0: none does); a `lasting` fault stays."""

    call: str
    error: str = "EIO"
    number: int = 0
    lasting: bool = False

    def __str__(self) -> str:
        return f"{self.error} on {self.call} {self.number}{'+' if self.lasting else ''}"


@dataclass(frozen=True)
class Trial:
    """What came of a deed: how many calls of the kind it made, how many of them failed, and what it told."""

    calls: int
    fired: int
    told: str


def strace_or_skip(folder: Path) -> None:
    """Where calls can't be made to fail the test is left out, and says why."""
    if not shutil.which("strace"):
        pytest.skip("There is no strace here: install strace.")
    tried = subprocess.run(["strace", "-o", str(folder / "trial"), "true"], capture_output=True, text=True)
    if tried.returncode:
        pytest.skip(f"strace may not look at processes here: {tried.stderr.strip()}")


def try_out(troupe: Company, fault: Fault, folder: Path, deed: str, *arguments: object) -> Trial:
    """Do a deed of `deeds` with that fault."""
    slate = folder / "slate"
    slate.unlink(missing_ok=True)
    told = Slate(slate)
    life = troupe.begin("halted", slate, deed, *arguments)
    until(life.is_halted)
    with _traced(life, fault, folder / "calls"):
        os.kill(life.number, signal.SIGCONT)
        life.ended()
    calls = [line for line in (folder / "calls").read_text().splitlines() if f" {fault.call}(" in f" {line}"]
    return Trial(len(calls), sum("(INJECTED)" in line for line in calls), told.read())


@contextmanager
def _traced(life: Life, fault: Fault, calls: Path) -> Iterator[None]:
    when = f"{fault.number}{'+' if fault.lasting else ''}"
    injected = f"{fault.call}:error={fault.error}:when={when}" if fault.number else ""
    with _looked_at(life, fault.call, injected, calls):
        yield


@contextmanager
def slowed(life: Life, calls: Sequence[str], milliseconds: int, told: Path) -> Iterator[None]:
    """Let each of these calls of a process take so much longer, until it ends (within the context)."""
    kinds = ",".join(calls)
    with _looked_at(life, kinds, f"{kinds}:delay_enter={milliseconds * 1000}", told):
        yield


@contextmanager
def _looked_at(life: Life, kinds: str, injected: str, calls: Path) -> Iterator[None]:
    command = ["strace", "-e", f"trace={kinds}", "-e", "signal=none", "-o", str(calls), "-p", str(life.number)]
    if injected:
        command += ["-e", f"inject={injected}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None
        said = tracer.stderr.readline()
        assert re.search(r"attached", said), said
        try:
            yield
        except BaseException:
            tracer.terminate()  # else it would wait for the end of a process that nobody ends
            raise
