"""A site made by the command, once for all tests of the command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import prepared

Ended = subprocess.CompletedProcess[str]
Run = Callable[..., Ended]


def clean_environment(**more: str) -> dict[str, str]:
    """The environment without what the tests' own site put there."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("COMMUNIQUE_")}
    for name in ("DATABASE_URL", "DJANGO_SETTINGS_MODULE"):
        kept.pop(name, None)
    return {**kept, **more}


@pytest.fixture(scope="session")
def communique() -> Run:
    """Run the command as people do, in a process of its own."""

    def run(*arguments: str, folder: Path | None = None, **environment: str) -> Ended:
        return prepared.communique(*arguments, folder=folder, environment=clean_environment(**environment))

    return run


@pytest.fixture(scope="session")
def institute(communique: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site in English and Urdu."""
    folder = tmp_path_factory.mktemp("sites") / "institute"
    made = communique("new", str(folder), "--languages", "en,ur", "--name", "Institute of Ports")
    assert made.returncode == 0, made.stderr
    return folder


@pytest.fixture(scope="session")
def printed(communique: Run, institute: Path) -> Path:
    """The same site, printed."""
    ended = communique("press", "run", "--data", str(institute))
    assert ended.returncode == 0, ended.stderr
    return institute
