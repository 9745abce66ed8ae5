"""The manners of the house: names, lengths, and what the repository speaks of."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
AVOIDED = {"utils", "util", "helpers", "helper", "core", "common", "manager", "managers", "service", "services"} | {
    "processor", "processors", "item", "items", "handler", "handlers", "misc"
}  # fmt: skip
LONGEST = 400  # lines

# Built from parts, so that this file doesn't hold what it looks for.
ELSEWHERE = re.compile("|".join([r"(?<![\w.])/(?:work|home/\w+)/", r"pypi" + r"\.org", r"deb\.debian" + r"\.org"]))


def kept_files() -> list[Path]:
    """What is in the repository, or would be with the next commit."""
    told = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=HOUSE,
        capture_output=True,
        text=True,
    )
    return [path for name in told.stdout.split("\0") if name and (path := HOUSE / name).is_file()]


def sources() -> list[Path]:
    return [path for path in kept_files() if path.suffix == ".py" and "migrations" not in path.parts]


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_modules_are_named_for_their_subject():
    words = {path: {*path.stem.split("_"), *path.parent.parts[-2:]} for path in sources()}
    assert not [path for path, used in words.items() if used & AVOIDED]


def test_files_are_short():
    lengths = {path: len(path.read_text().splitlines()) for path in sources() if "src" in path.parts}
    assert not {path.name: length for path, length in lengths.items() if length > LONGEST}


def test_a_module_opens_with_a_sentence():
    mute = [path for path in sources() if "src" in path.parts and path.stat().st_size and not _opens(path)]
    assert not mute


def _opens(path: Path) -> bool:
    return path.read_text().lstrip().startswith('"""')


@pytest.mark.parametrize("wanted", ["README.md", "LICENSE", "CHANGELOG.md", "constraints.txt", "communique", ".ci/run"])
def test_the_repository_has_what_a_visitor_looks_for(wanted):
    assert (HOUSE / wanted).stat().st_size > 0


def test_the_repository_knows_no_machine_and_no_registry():
    rude = {path.relative_to(HOUSE): found[0] for path in kept_files() if (found := ELSEWHERE.search(text_of(path)))}
    assert not rude


def test_constraints_name_no_address():
    assert "://" not in (HOUSE / "constraints.txt").read_text()
    assert " @ " not in (HOUSE / "constraints.txt").read_text()
