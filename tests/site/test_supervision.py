"""Several processes as one, tried with real ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from tests.waiting import until

SLEEPER = """
import os, pathlib, signal, sys
from communique.site import leash
leash.hold_if_child()
pathlib.Path(sys.argv[1]).write_text(str(os.getpid()))
signal.pause()
"""
REFUSER = "import sys; sys.exit(78)"
DOGGED = SLEEPER.replace("leash.hold_if_child()", "signal.signal(signal.SIGTERM, signal.SIG_IGN)")

SUPERVISOR = """
import sys
from communique.site import supervision
supervision.PATIENCE = 0.3
programs = {programs!r}
children = [
    supervision.Child(name, [], program=[sys.executable, "-c", text, place]) for name, text, place in programs
]
sys.exit(supervision.Supervisor(children).run())
"""


class Stand:
    """A supervisor in a process of its own, with children that write down their numbers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, **programs: str) -> subprocess.Popen[bytes]:
        told = [(name, text, str(self.folder / name)) for name, text in programs.items()]
        script = textwrap.dedent(SUPERVISOR).format(programs=told)
        self.process = subprocess.Popen([sys.executable, "-c", script], stderr=subprocess.DEVNULL)
        return self.process

    def number(self, name: str) -> int:
        """The process number of a child, 0 as long as it has none."""
        place = self.folder / name
        return int(place.read_text() or 0) if place.exists() else 0


@pytest.fixture
def stand(tmp_path):
    stand = Stand(tmp_path)
    yield stand
    if stand.process is not None:
        stand.process.kill()
        stand.process.wait()


def alive(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_a_child_that_dies_is_started_again(stand):
    stand.start(press=SLEEPER)
    until(lambda: stand.number("press"))
    first = stand.number("press")
    os.kill(first, signal.SIGKILL)
    until(lambda: stand.number("press") not in (0, first))
    assert alive(stand.number("press"))


def test_asked_to_stop_it_ends_all_that_it_started(stand):
    supervisor = stand.start(desk=SLEEPER, press=SLEEPER)
    until(lambda: stand.number("desk") and stand.number("press"))
    supervisor.send_signal(signal.SIGINT)
    assert supervisor.wait() == 0
    assert not alive(stand.number("desk"))
    assert not alive(stand.number("press"))


def test_who_does_not_go_when_asked_is_ended(stand):
    supervisor = stand.start(desk=DOGGED)
    until(lambda: stand.number("desk"))
    supervisor.terminate()
    supervisor.wait()
    assert not alive(stand.number("desk"))


def test_a_child_that_says_why_it_can_not_run_ends_the_others_with_its_exit_code(stand):
    supervisor = stand.start(press=SLEEPER, reader=REFUSER)
    assert supervisor.wait() == 78
    assert not alive(stand.number("press"))


def test_a_child_that_ran_once_and_then_can_not_run_does_not_end_the_others(stand, tmp_path):
    once = f"""
import pathlib, sys
place = pathlib.Path({str(tmp_path / "runs")!r})
runs = int(place.read_text()) + 1 if place.exists() else 1
place.write_text(str(runs))
sys.exit(1 if runs == 1 else 69)
"""
    supervisor = stand.start(reader=SLEEPER, desk=once)
    until(lambda: (tmp_path / "runs").exists() and int((tmp_path / "runs").read_text() or 0) >= 3)
    assert supervisor.poll() is None
    assert alive(stand.number("reader"))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere children look for their parent once a second")
def test_children_do_not_outlive_a_supervisor_that_is_killed(stand):
    supervisor = stand.start(press=SLEEPER)
    until(lambda: stand.number("press"))
    supervisor.kill()
    supervisor.wait()
    until(lambda: not alive(stand.number("press")))
