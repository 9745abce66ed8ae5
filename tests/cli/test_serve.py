"""A whole site behind one port, with real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from prometheus_client.parser import text_string_to_metric_families

from tests.waiting import free_port, status, until

from .conftest import clean_environment


class Served:
    """A site that is being served."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port, self.metrics_port = folder, free_port(), free_port()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "communique", "serve", "--data", str(folder), "--port", str(self.port)],
            env=clean_environment() | {"COMMUNIQUE_SERVER_METRICS_PORT": str(self.metrics_port)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def status(self, address: str) -> int:
        return status(f"http://127.0.0.1:{self.port}{address}")

    def figures(self) -> dict[str, float]:
        """What Prometheus is told."""
        with urlopen(f"http://127.0.0.1:{self.metrics_port}/metrics", timeout=20) as answer:
            assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
            told = text_string_to_metric_families(answer.read().decode())
        return {sample.name: sample.value for family in told for sample in family.samples}

    def processes(self, *words: str) -> set[int]:
        """The numbers of this site's processes whose command has all the words."""
        found = set()
        for place in Path("/proc").glob("[0-9]*"):
            try:
                command = (place / "cmdline").read_text().split("\0")
            except OSError:
                continue
            if str(self.folder) in command and set(words) <= set(command):
                found.add(int(place.name))
        return found


@pytest.fixture
def served(institute):
    served = Served(institute)
    yield served
    served.process.kill()
    served.process.wait()
    until(lambda: not served.processes())


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_readers_are_served_whatever_happens_to_the_desk_and_all_end_together(served):
    until(lambda: served.status("/") == 200)
    until(lambda: served.status("/-/accounts/login/") == 200)
    until(lambda: {"communique_reader_answers_total", "communique_worker_looked_seconds"} <= served.figures().keys())
    assert served.figures()["communique_edition"] >= served.figures()["communique_readers"] == 1
    assert served.status("/metrics") == served.status("/-/metrics") == 404, "they are at a port of their own alone"
    desks = served.processes("desk")
    for number in desks:
        os.kill(number, signal.SIGKILL)
    assert served.status("/") == 200
    until(lambda: served.processes("desk") and not served.processes("desk") & desks)
    until(lambda: served.status("/-/accounts/login/") == 200)
    served.process.send_signal(signal.SIGTERM)
    told, _ = served.process.communicate()
    assert served.process.returncode == 0
    assert f"Readers  http://localhost:{served.port}/" in told
    assert not served.processes()
