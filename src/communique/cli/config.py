"""`communique config`."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from . import options


@click.group("config")
def command() -> None:
    """See how a site is configured."""


@command.command("show")
@options.data
@options.no_input
def show(data: Path | None, no_input: bool) -> None:
    """Every key, its value, and where that was said. Secrets are not shown."""
    from communique.site import configuration, sections, sources
    from communique.site.entering import name_it

    site = name_it(data)
    file = sources.of_file(site.folder / configuration.FILE)
    environment = sources.of_environment(os.environ)
    click.echo(f"# {site.folder / configuration.FILE}")
    for section, kind in configuration.SECTIONS.items():
        click.echo(f"\n[{section}]")
        for key in kind.model_fields:
            value = getattr(getattr(site, section), key)
            secret = (section, key) in sections.SECRET and value
            shown = '"…"' if secret else json.dumps(value, ensure_ascii=False, default=str)
            click.echo(f"{key} = {shown}{_origin(section, key, file, environment)}")


def _origin(
    section: str, key: str, file: dict[str, dict[str, object]], environment: dict[str, dict[str, object]]
) -> str:
    from communique.site.sources import variable

    if key in environment.get(section, {}):
        return f"  # {variable(section, key)}" if variable(section, key) in os.environ else "  # DATABASE_URL"
    return "" if key in file.get(section, {}) else "  # default"
