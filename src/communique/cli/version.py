"""`communique version`."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version

import click

from communique import __version__


@click.command("version")
def command() -> None:
    """Tell which version this is, and what it stands on."""
    click.echo(f"communique {__version__}")
    for package in ("Wagtail", "Django", "Granian"):
        try:
            click.echo(f"{package} {version(package)}")
        except PackageNotFoundError:
            click.echo(f"{package} is missing")
    click.echo(f"SQLite {_sqlite()}")
    click.echo(f"Python {platform.python_version()}")


def _sqlite() -> str:
    import pysqlite3

    return str(pysqlite3.sqlite_version)
