"""The floors of the house: who may know whom."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps

HOUSE = Path(__file__).parents[2]
RULES = tomllib.loads((HOUSE / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
LAYERS = next(rule["layers"] for rule in RULES if rule["type"] == "layers")
FLOORS = [[room.strip() for room in layer.replace("|", ":").split(":")] for layer in LAYERS]


def floor(module: str) -> int:
    """How high up in the house a module is; the ground floor is the highest number."""
    return next(number for number, rooms in enumerate(FLOORS) if any(_within(module, room) for room in rooms))


def _within(module: str, room: str) -> bool:
    return module == room or module.startswith(f"{room}.")


def test_imports_go_down_the_house_only():
    ended = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"], cwd=HOUSE, capture_output=True, text=True
    )
    assert ended.returncode == 0, ended.stdout


def test_rows_point_down_the_house_only():
    """A linter can't see string references between models; the database can."""
    wrong = []
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            target = getattr(field, "related_model", None)
            ours = model.__module__.startswith("communique.") and field.concrete and field.model is model
            if not ours or not isinstance(target, type) or not target.__module__.startswith("communique."):
                continue
            here, there = model._meta.app_config.name, target._meta.app_config.name
            if here != there and floor(there) <= floor(here):
                wrong.append(f"{model.__name__}.{field.name} points from {here} to {there}")
    assert not wrong


def test_every_part_is_on_a_floor():
    ours = [config.name for config in apps.get_app_configs() if config.name.startswith("communique.")]
    assert all(floor(name) >= 0 for name in ours)


def test_sections_and_reader_features_do_not_know_one_another():
    """The contract in pyproject.toml names no section, so that a new one needs no line there."""
    wrong = []
    for room in ("sections", "readers"):
        for source in (HOUSE / "src/communique" / room).rglob("*.py"):
            part = source.relative_to(HOUSE / "src/communique" / room).parts[0]
            for line in source.read_text().splitlines():
                imported = re.match(rf"\s*(?:from|import) communique\.{room}\.(\w+)", line)
                if imported and imported[1] != part.removesuffix(".py"):
                    wrong.append(f"{source.name}: {line.strip()}")
    assert not wrong
