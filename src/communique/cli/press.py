"""`communique press`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from communique.press.run import Run


@click.group("press")
def command() -> None:
    """Print published pages, and see how printing stands."""


@command.command("run")
@options.data
@options.no_input
@click.option("--full", is_flag=True, help="Print everything anew.")
def run(data: Path | None, no_input: bool, full: bool) -> int:
    """Print what is pending, once. Ends with 1 if a page could not be printed."""
    from communique.site.entering import enter

    enter(data, "press")
    from communique.publishing import pressing

    done = pressing.run_once(full=full)
    _tell(done)
    return 1 if done.failed else 0


@command.command("watch")
@options.data
@options.no_input
def watch(data: Path | None, no_input: bool) -> None:
    """Print whenever something changes, until stopped."""
    from communique.site import leash
    from communique.site.entering import enter

    leash.hold_if_child()
    enter(data, "press")
    from communique.publishing import pressing

    pressing.watch(_tell)


@command.command("status")
@options.data
@options.no_input
def status(data: Path | None, no_input: bool) -> int:
    """Tell which edition readers have, and which pages could not be printed (ends with 1 if there are any)."""
    from communique.press.store import StoreReader
    from communique.site.entering import name_it

    store = StoreReader.open(name_it(data).press_folder)
    if store.edition is None:
        click.echo("Nothing has been printed yet.")
        return 0
    click.echo(f"Edition    {store.edition.number}, {store.edition.made:%Y-%m-%d %H:%M:%S} UTC ({store.edition.cause})")
    click.echo(f"Addresses  {sum(not address.startswith('~') for address in store.addresses())}")
    failures = store.failures()
    for failure in failures:
        click.echo(f"Failed     {failure.address}: {failure.said.english}")
    return 1 if failures else 0


def _tell(done: Run) -> None:
    for failure in done.failed:
        click.echo(f"Could not print {failure.address}: {failure.said.english}", err=True)
    click.echo(f"Edition {done.edition}: {len(done.printed)} printed, {len(done.removed)} removed.")
