"""`communique doctor`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("doctor")
@options.data
@options.no_input
def command(data: Path | None, no_input: bool) -> int:
    """Examine the site. Ends with 1 if something is wrong."""
    from communique.site.entering import enter

    site = enter(data, migrated=False)
    from communique.site.examination import State, findings

    worst = 0
    for finding in findings(site):
        click.echo(f"{finding.state.value:<8} {finding.said}")
        worst = max(worst, int(finding.state is State.WRONG))
    return worst
