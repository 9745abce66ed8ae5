"""`communique admin-link`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("admin-link")
@options.data
@options.port
@options.no_input
@click.option(
    "--user", default="admin", show_default=True, metavar="NAME", help="Whose account; `admin` is made if need be."
)
def command(data: Path | None, port: int | None, no_input: bool, user: str) -> None:
    """Print a link that signs in at the desk, once, within an hour."""
    from communique.site.entering import enter

    options.above_the_file(port)
    enter(data)
    from communique.site import letting_in

    click.echo(letting_in.link(user))
