"""The desk's words, compiled for gettext: run as `make words` when a catalogue changes."""

from __future__ import annotations

from pathlib import Path

import polib

HOUSE = Path(__file__).parents[1]


def catalogues() -> list[Path]:
    """Every catalogue of the desk; those of readers' pages are read as they are."""
    return sorted(HOUSE.rglob("locale/*/LC_MESSAGES/*.po"))


def compile_all() -> None:
    """Write each catalogue once more as gettext reads it."""
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    compile_all()
