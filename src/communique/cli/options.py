"""Options that several subcommands have."""

from __future__ import annotations

import os
from pathlib import Path

import click

data = click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder of the site (with communique.toml); without it COMMUNIQUE_SITE, or the current folder.",
)
port = click.option("--port", type=click.IntRange(1, 65535), metavar="N", help="The port to answer on.")
host = click.option("--host", metavar="H", help="The interface to answer on; 0.0.0.0 for all.")
no_input = click.option("--no-input", is_flag=True, help="Never ask; for scripts.")


def above_the_file(port: int | None = None, host: str | None = None) -> None:
    """What the command line says goes before the file, here and in every process that this one starts."""
    if port is not None:
        os.environ["COMMUNIQUE_SERVER_PORT"] = str(port)
    if host is not None:
        os.environ["COMMUNIQUE_SERVER_HOST"] = host
