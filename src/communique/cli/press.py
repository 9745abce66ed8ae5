"""`communique press`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
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

    with _bar() as progress:
        done = pressing.run_once(full=full, progress=progress)
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
@click.option("--prometheus", is_flag=True, help="As figures, in the text format of Prometheus.")
def status(data: Path | None, no_input: bool, prometheus: bool) -> int:
    """Tell which edition readers have, what waits, what the last run did, and which pages could not be printed.

    Ends with 1 if there are such pages.
    """
    from communique.site.entering import enter

    enter(data, migrated=False)
    from communique.publishing import standing

    if prometheus:
        from communique.site import metrics

        click.echo(metrics.text(), nl=False)
        return 0
    found = standing.standing()
    for line in standing.in_words(found):
        click.echo(line)
    return 1 if found.failures else 0


@command.command("explain")
@options.data
@options.no_input
@click.option("--edition", type=click.IntRange(1), metavar="N", help="Tell of this edition; without it, of the last.")
@click.option("--whole-tables", is_flag=True, help="Tell which questions any change of a table asks again.")
@click.argument("address", required=False)
def explain(data: Path | None, no_input: bool, edition: int | None, whole_tables: bool, address: str | None) -> int:
    """Tell what the page at ADDRESS asked and read, and why it was last printed.

    Without ADDRESS: what was printed in an edition, and why. Ends with 1 if nothing is printed there.
    """
    from communique.site.entering import enter

    enter(data, "press")
    from communique.press.explaining import NoLedger
    from communique.publishing import explanations

    try:
        if whole_tables:
            told = explanations.of_whole_tables()
        else:
            told = explanations.of_address(address) if address else explanations.of_edition(edition)
    except NoLedger as missing:
        raise click.ClickException(str(missing)) from None
    for line in told:
        click.echo(line)
    if not told:
        what = f"at {address}" if address else f"as edition {edition}, or it is no longer kept" if edition else "yet"
        click.echo(f"Nothing is printed {what}.", err=True)
    return 0 if told else 1


@command.command("rollback")
@options.data
@options.no_input
@click.argument("edition", type=click.IntRange(1))
def rollback(data: Path | None, no_input: bool, edition: int) -> None:
    """Give readers what they had in EDITION, as a new edition. The content stays as it is.

    What is published or changed afterwards is printed over it; `press run --full` prints all of the present again.
    """
    from communique.press.store import Store, UnknownEdition
    from communique.site.entering import name_it

    try:
        with Store.open(name_it(data).press_folder, writer="rollback") as store:
            now = store.rollback_to(edition)
    except UnknownEdition as unknown:
        raise click.ClickException(str(unknown)) from None
    click.echo(f"Edition {now.number}: {now.cause}.")


@command.command("verify")
@options.data
@options.no_input
def verify(data: Path | None, no_input: bool) -> int:
    """Read all that is published and tell what is damaged. Ends with 1 if something is."""
    from communique.site.entering import enter

    enter(data)
    from communique.publishing import scrubbing

    count, found = scrubbing.verify()
    for address in found:
        click.echo(f"Damaged    {address}")
    click.echo(f"{count} addresses, {len(found)} damaged." + (" `communique press scrub` mends them." if found else ""))
    return 1 if found else 0


@command.command("scrub")
@options.data
@options.no_input
def scrub(data: Path | None, no_input: bool) -> int:
    """Compare all that is published with the content, and print anew what differs. Ends with 1 if some is lost."""
    from communique.site.entering import enter

    enter(data, "press")
    from communique.publishing import scrubbing

    with _bar() as progress:
        done = scrubbing.scrub(progress)
    if done.aside:
        click.echo(f"The store could not be read. It lies in {done.aside} now; delete it when you need it no more.")
    for address in done.damaged:
        click.echo(f"{'Lost' if address in done.lost else 'Mended':<10} {address}")
    if done.run is None:
        click.echo("Nothing is damaged.")
        return 0
    _tell(done.run)
    return 1 if done.lost or done.run.failed else 0


@contextmanager
def _bar() -> Iterator[Callable[[int, int | None], None] | None]:
    """A bar on a terminal, for as long as there is much to print; elsewhere nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress, TaskID

    with Progress(console=Console(stderr=True), transient=True) as bars:
        known: list[TaskID] = []

        def progress(done: int, of: int | None) -> None:
            known.extend([bars.add_task("Printing")] if not known else [])
            bars.update(known[0], completed=done, total=of)

        yield progress


def _tell(done: Run) -> None:
    for failure in done.failed:
        click.echo(f"Could not print {failure.address}: {failure.said.english}", err=True)
    click.echo(f"Edition {done.edition}: {len(done.printed)} printed, {len(done.removed)} removed.")
