"""From a bare Debian to a finished site, by the README alone."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

RIG = Path(__file__).with_name("bare_debian.sh")


@pytest.mark.soak
@pytest.mark.skipif(os.getuid() != 0 or not shutil.which("debootstrap"), reason="needs root and debootstrap")
def test_the_readme_leads_from_a_bare_debian_to_a_finished_site(tmp_path):
    ended = subprocess.run([RIG, "--test", tmp_path / "debian"], capture_output=True, text=True)
    assert ended.returncode == 0, ended.stdout + ended.stderr
