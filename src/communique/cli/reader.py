"""`communique reader`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("reader")
@options.data
@options.port
@options.host
@options.no_input
@click.option("--workers", type=click.IntRange(1, 64), metavar="N", help="How many processes answer.")
def command(data: Path | None, port: int | None, host: str | None, no_input: bool, workers: int | None) -> None:
    """Answer readers from what was printed, and pass live actions on to the desk."""
    from communique.press.serving import server
    from communique.site import leash, processes
    from communique.site.entering import name_it

    leash.hold_if_child()
    options.above_the_file(port, host)
    site = name_it(data)
    server.run(
        site.server.host,
        site.server.port,
        environment=processes.reading(site),
        workers=workers or site.server.workers,
    )
