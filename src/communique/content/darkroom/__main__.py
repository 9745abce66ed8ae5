"""The darkroom's own process: jobs come in as lines of JSON, and answers go out as such. Ends with its input."""

from __future__ import annotations

import json
import os
import resource
import select
import sys
import traceback
from pathlib import Path
from typing import Any

MEMORY = 512 << 20  # bytes, of everything that the process maps
SECONDS = 10  # of processor time, for each job
IDLE = 60  # seconds without a job, and it ends by itself
GROWN = 160 << 20  # bytes: after a job that took so many it makes room for a fresh process


def work() -> None:
    """Do one job after another."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    from .jobs import JOBS
    from .refusals import Refused, too_heavy

    jobs = open(sys.stdin.fileno(), "rb", buffering=0, closefd=False)  # noqa: SIM115  # select sees no buffer
    while select.select([jobs], [], [], IDLE)[0] and (line := jobs.readline()):
        answer: dict[str, Any]
        _wind_up()
        try:
            job = json.loads(line)
            answer = {"done": JOBS[job.pop("job")](**job)}
        except Refused as refused:
            answer = {"refused": refused.said.kept()}
        except MemoryError:
            answer = {"refused": too_heavy().said.kept()}
        except Exception:
            answer = {"failed": traceback.format_exc()}
        answer["closing"] = _grown()
        if not _told(answer) or answer["closing"]:
            return


def _told(answer: dict[str, Any]) -> bool:
    """Whether somebody was there to hear it: who asked may have ended meanwhile."""
    try:
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to write needs a place, too
        return False
    return True


def _wind_up() -> None:
    """So many seconds from now; the process is then ended by the system (SIGXCPU)."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (spent + SECONDS, hard))


def _grown() -> bool:
    """Whether it holds on to so much that a large picture might not find room."""
    mapped = Path("/proc/self/statm")  # Linux; elsewhere the limit on memory isn't kept either
    return mapped.exists() and int(mapped.read_text().split()[0]) * resource.getpagesize() > GROWN


if __name__ == "__main__":
    work()
