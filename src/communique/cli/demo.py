"""`communique demo`."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import click

from . import options
from .serve import serve

MARK = ".demonstration"
"""Lies in the folders that `--fresh` may clear."""

LANGUAGES = ("en", "ur", "ar", "ru")


class NotADemonstration(Exception):
    """`--fresh` was asked to clear a folder that is somebody's site."""

    exit_code = 73


@click.command("demo")
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    default=Path("demo"),
    show_default=True,
    help="The folder that the demonstration is kept in.",
)
@options.port
@options.host
@options.no_input
@click.option("--fresh", is_flag=True, help="Throw away what was done in the demonstration, and start over.")
@click.option("--only-prepare", is_flag=True, hidden=True)
def command(data: Path, port: int | None, host: str | None, no_input: bool, fresh: bool, only_prepare: bool) -> int:
    """Show a finished site: an invented institute, its articles in four languages, its desk."""
    if only_prepare:
        _prepare(data)
        return 0
    from communique.press.serving.server import refuse_taken
    from communique.site import desk
    from communique.site.entering import name_it

    options.above_the_file(port, host)
    refuse_taken(host or "127.0.0.1", port or 8000)
    if fresh:
        _clear(data)
    if not (data / MARK).exists():
        click.echo("Preparing the demonstration …")
        # In a process of its own, so that this one, which only looks after others, stays small.
        done = subprocess.run([sys.executable, "-m", "communique", "demo", "--data", str(data), "--only-prepare"])
        if done.returncode:
            return done.returncode
    os.environ[desk.LINK] = "1"
    return serve(name_it(data), beginning=f"The demonstration is kept in {data.absolute()}\n")


def _clear(folder: Path) -> None:
    if not folder.exists():
        return
    if not (folder / MARK).exists():
        raise NotADemonstration(f"{folder.absolute()} is no demonstration; --fresh clears only those.")
    shutil.rmtree(folder)


def _prepare(data: Path) -> None:
    from communique.site import making
    from communique.site.entering import enter

    with making.made(data) as folder:
        making.configure(folder, name="Demonstration", languages=LANGUAGES)
        enter(folder, migrated=False)
        from communique.site import schema
        from communique.site.demonstration import loading

        schema.update_if_needed()
        loaded = loading.load()
        schema.close()
        (folder / MARK).touch()
    click.echo(f"{loaded.articles} articles, {loaded.people} people, {loaded.pictures} pictures.")
