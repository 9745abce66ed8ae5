"""`communique update`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("update")
@options.data
@options.no_input
def command(data: Path | None, no_input: bool) -> None:
    """Bring the site's database up to this version of communique."""
    from communique.site.entering import enter

    enter(data, migrated=False)
    from communique.site import schema

    done = schema.update()
    click.echo(f"{done} migrations done." if done else "The database is up to date.")
