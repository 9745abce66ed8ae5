"""A process of the prepared one is what Python would have been, started with the same words."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from tests.prepared import prepared

TOLD = """
import json, os, signal, sys
print(json.dumps([__name__, sys.argv, os.getcwd(), sys.path, sys.flags[:], dict(os.environ)]))
print(os.getsid(0), os.getpgid(0), sorted(os.listdir("/proc/self/fd")), sys.stdin.read(), sys.stdout.isatty())
print([str(signal.getsignal(number)) for number in signal.valid_signals()])
print("wrong", file=sys.stderr)
{end}
"""
ENDS = {"sys.exit(3)": 3, "": 0, "os.kill(os.getpid(), signal.SIGTERM)": -signal.SIGTERM, "sys.exit('no')": 1}


@pytest.mark.parametrize("end", ENDS)
def test_it_is_told_the_same_and_ends_with_the_same_code(tmp_path, end):
    (tmp_path / "teller.py").write_text(TOLD.format(end=end))
    (tmp_path / "in").write_text("read")
    environment = {**os.environ, "COMMUNIQUE_SITE": "/nowhere", "TZ": "Asia/Karachi"}
    command = [sys.executable, "-m", "teller", "a", "b c"]
    with (tmp_path / "in").open() as said:
        real = subprocess.run(command, cwd=tmp_path, env=environment, stdin=said, capture_output=True)
    with (tmp_path / "in").open() as said, (tmp_path / "out").open("wb") as out, (tmp_path / "err").open("wb") as err:
        streams = (said.fileno(), out.fileno(), err.fileno())
        number = prepared().begin("teller", ["a", "b c"], streams, folder=tmp_path, environment=environment)
        code = prepared().ended(number)
    assert code == real.returncode == ENDS[end]
    assert (tmp_path / "out").read_bytes() == real.stdout
    assert (tmp_path / "err").read_bytes() == real.stderr
