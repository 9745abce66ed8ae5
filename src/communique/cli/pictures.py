"""`communique pictures`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.command("pictures")
@options.data
@options.no_input
def command(data: Path | None, no_input: bool) -> int:
    """Make at once the renditions that pictures lack: after an import, an update, or a loss of files.

    The worker does the same in its spare time. Ends with 1 if a picture can't be opened.
    """
    from communique.site.entering import enter

    enter(data)
    from rich.progress import Progress

    from communique.content import backlog

    lost = backlog.lose_what_is_lost()
    if lost:
        click.echo(f"{lost} files of renditions were gone.")
    due = list(backlog.unfinished(again=True))
    failed = []
    with Progress(transient=True) as progress:
        task = progress.add_task("Pictures", total=len(due))
        for picture in due:
            if not backlog.finish(picture):
                failed.append(picture)
            progress.advance(task)
    for picture in failed:
        click.echo(f"“{picture}” (picture {picture.pk}) can’t be opened; send its file again.", err=True)
    click.echo(f"{len(due) - len(failed)} pictures finished." if due else "Every picture has what pages need.")
    return 1 if failed else 0
