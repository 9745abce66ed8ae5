"""`communique worker`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("worker")
@options.data
@options.no_input
def command(data: Path | None, no_input: bool) -> None:
    """Keep the timetable: publish and withdraw what is due. One is enough; `serve` and `desk` have one."""
    from communique.site import leash, timetable
    from communique.site.entering import enter

    leash.hold_if_child()
    enter(data, "desk")
    timetable.keep_until_told()
