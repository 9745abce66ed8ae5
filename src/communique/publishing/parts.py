"""Finding the parts of a site: they are there, so they are found.

A part is a package with an `apps.py`: those of the house, every package under `sections` and `readers`, and what
other people's packages name in the entry-point group `communique.parts`.
"""

from __future__ import annotations

from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec

from . import modules

HOUSE = ("publishing", "mail", "accounts", "content", "syndication", "record", "migration")
ROOMS = ("sections", "readers")


def found() -> list[str]:
    """The packages to install, lower floors first, each floor in alphabetical order."""
    house = [f"communique.{name}" for name in HOUSE]
    rooms = [f"communique.{room}.{name}" for room in ROOMS for name in _packages(f"communique.{room}")]
    others = sorted(entry.value for entry in entry_points(group="communique.parts"))
    return [name for name in dict.fromkeys([*house, *rooms, *others]) if find_spec(f"{name}.apps")]


def _packages(room: str) -> list[str]:
    return modules.packages(import_module(room))
