"""The starter script chooses a Python: the machine's own, where that serves, unless another one is named."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "communique"
OWN = Path("/usr/bin/python3")
SERVES = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))"

pytestmark = pytest.mark.skipif(bool(shutil.which("uv", path="/usr/bin:/bin")), reason="uv chooses here")


@pytest.fixture
def another(tmp_path):
    """A `python3` that does nothing, and leaves a mark when it is asked."""
    path = tmp_path / "elsewhere" / "python3"
    path.parent.mkdir()
    path.write_text(f"#!/bin/sh\ntouch {tmp_path}/asked\nexit 1\n")
    path.chmod(0o755)
    return path


def started(folder: Path, first: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """The script where there is nothing to install, with another `python3` first on the path."""
    shutil.copy(SCRIPT, folder)
    surroundings = {"PATH": f"{first.parent}:/usr/bin:/bin", "HOME": os.environ.get("HOME", "/"), **variables}
    return subprocess.run([folder / "communique"], env=surroundings, capture_output=True, text=True, timeout=100)


def test_the_machines_own_python_is_taken_where_it_serves(tmp_path, another):
    ended = started(tmp_path, another)
    serves = OWN.exists() and subprocess.run([OWN, "-c", SERVES], stderr=subprocess.DEVNULL).returncode == 0
    assert ended.returncode != 0
    assert (tmp_path / "asked").exists() is not serves
    if serves:
        assert (tmp_path / ".venv" / "bin" / "python").resolve() == OWN.resolve()


def test_the_one_that_is_named_is_taken(tmp_path, another):
    ended = started(tmp_path, another, PYTHON=str(another))
    assert (tmp_path / "asked").exists()
    assert (ended.returncode, not (tmp_path / ".venv").exists()) == (69, True)
    assert "sudo apt install -y python3-venv" in ended.stderr


def test_one_that_is_not_there_is_refused_with_what_would_do(tmp_path, another):
    ended = started(tmp_path, another, PYTHON=str(tmp_path / "none"))
    assert ended.returncode == 69
    assert f"PYTHON names {tmp_path}/none, which isn't there" in ended.stderr


def test_one_that_is_too_old_is_refused_with_its_version(tmp_path, another):
    another.write_text('#!/bin/sh\ncase "$*" in *version_info*) exit 1 ;; --version) echo Python 3.9.2 ;; esac\n')
    ended = started(tmp_path, another, PYTHON=str(another))
    assert ended.returncode == 69
    assert "3.11 or later; this is Python 3.9.2" in ended.stderr
