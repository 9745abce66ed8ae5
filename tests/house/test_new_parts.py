"""A new part is one folder, or a package of somebody else's; nothing else is edited."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from communique.press.store import StoreReader

HOUSE = Path(__file__).parents[2]
SAMPLE = Path(__file__).parent / "sample_section"

PUBLISH = """
from pathlib import Path
from communique.site.entering import enter
enter(Path("institute"))
from communique.content.models import HomePage
from communique.sections.podcasts.models import EpisodePage
episode = EpisodePage(title="Gas and grain", transcript="Two ports, one strait.")
HomePage.objects.get().add_child(instance=episode)
episode.save_revision().publish()
"""


class Tree:
    """A checkout of its own, and what is run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(HOUSE / "src", folder / "src", ignore=shutil.ignore_patterns("__pycache__"))
        for name in (".gitignore", "pyproject.toml"):
            shutil.copy(HOUSE / name, folder / name)
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git(
            "-c", "user.name=amina", "-c", "user.email=amina@institute.example", "commit", "--quiet", "-m", "Begin"
        )

    def git(self, *arguments: str) -> str:
        return self._run("git", *arguments, folder=self.folder)

    def python(self, *arguments: str, folder: Path) -> str:
        return self._run(sys.executable, *arguments, folder=folder)

    def _run(self, *command: str, folder: Path) -> str:
        kept = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("COMMUNIQUE_", "DATABASE_", "DJANGO_"))
        }
        environment = {**kept, "PYTHONPATH": str(self.folder / "src")}
        ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout


@pytest.fixture
def tree(tmp_path):
    return Tree(tmp_path / "checkout")


def test_a_new_section_is_one_folder(tree, tmp_path):
    shutil.copytree(SAMPLE / "podcasts", tree.folder / "src/communique/sections/podcasts")
    tree.python("-m", "communique", "new", "institute", folder=tmp_path)
    tree.python("-c", PUBLISH, folder=tmp_path)
    tree.python("-m", "communique", "press", "run", "--data", "institute", folder=tmp_path)

    store = StoreReader.open(tmp_path / "institute/data/press")
    assert b"Two ports, one strait." in store.body(store.entries["/gas-and-grain/"])
    assert b"/gas-and-grain/" in store.body(store.entries["/sitemap/1.xml"])
    styles = [entry for address, entry in store.entries.items() if address.startswith("/_/assets/style.")]
    assert b".episode__transcript" in store.body(styles[0])
    assert tree.git("status", "--porcelain") == "?? src/communique/sections/podcasts/\n"


def test_a_package_of_somebody_elses_is_found_by_its_entry_point(tmp_path):
    package = tmp_path / "their_podcasts"
    shutil.copytree(SAMPLE / "podcasts", package)
    told = tmp_path / "their_podcasts-1.0.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: their-podcasts\nVersion: 1.0\n")
    (told / "entry_points.txt").write_text("[communique.parts]\npodcasts = their_podcasts\n")
    look = "from communique.publishing import parts; print(*parts.found())"
    found = subprocess.run(
        [sys.executable, "-c", look], env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert "their_podcasts" in found.stdout.split()
