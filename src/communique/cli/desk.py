"""`communique desk`."""

from __future__ import annotations

import os
from pathlib import Path

import click

from . import options


@click.command("desk")
@options.data
@options.port
@options.host
@options.no_input
@click.option(
    "--worker/--no-worker", default=True, help="Whether the desk also keeps the timetable (or `worker` does)."
)
def command(data: Path | None, port: int | None, host: str | None, no_input: bool, worker: bool) -> None:
    """Run the desk, where editors work and where what readers do is taken in."""
    from communique.press.serving.server import refuse_taken
    from communique.site import desk, leash, processes
    from communique.site.entering import name_it

    leash.hold_if_child()
    site = name_it(data)
    where, number = host or "127.0.0.1", port or processes.desk_port(site)
    refuse_taken(where, number)
    os.environ[desk.TIMETABLE] = "1" if worker else ""
    desk.run(where, number)
