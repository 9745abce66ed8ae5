"""The documentation is true to what there is."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from communique.cli import endings
from communique.cli.group import communique as group
from communique.site.configuration import SECTIONS

HOUSE = Path(__file__).parents[2]
PAGES = [HOUSE / "README.md", *sorted((HOUSE / "docs").rglob("*.md"))]
COMMANDS = (HOUSE / "docs/reference/commands.md").read_text()
CONFIGURATION = (HOUSE / "docs/reference/configuration.md").read_text()
TEMPLATE = (HOUSE / "src/communique/site/template/communique.toml").read_text()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page):
    links = [link for link in re.findall(r"\]\(([^)#]+)", page.read_text()) if "://" not in link]
    assert not [link for link in links if not (page.parent / link).exists()]


def test_every_page_can_be_found_from_the_readme():
    seen, ahead = set(), [HOUSE / "README.md"]
    while ahead:
        page = ahead.pop().resolve()
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        for link in re.findall(r"\]\(([^)#]+)", page.read_text()):
            place = page.parent / link
            ahead += sorted(place.glob("*.md")) if place.is_dir() else [place] if place.exists() else []
    assert {page.resolve() for page in PAGES} <= seen


def test_every_command_is_in_the_reference():
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        for full in [f"{name} {sub}" for sub in command.commands] if isinstance(command, click.Group) else [name]:
            assert f"| `{full}" in COMMANDS, full


def test_every_exit_code_is_in_the_reference():
    codes = {value for name, value in vars(endings).items() if name.isupper() and isinstance(value, int)}
    assert all(f"| {code} |" in COMMANDS for code in codes)


@pytest.mark.parametrize("section", SECTIONS)
def test_every_setting_is_in_the_reference_and_in_a_new_sites_file(section):
    for key in SECTIONS[section].model_fields:
        assert f"`[{section}] {key}`" in CONFIGURATION
        assert re.search(rf"^#? ?({key} =|{{{key}}})", TEMPLATE, re.MULTILINE) or key == "desk_port", key
