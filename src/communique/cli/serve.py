"""`communique serve`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from communique.site.configuration import Configuration


@click.command("serve")
@options.data
@options.port
@options.host
@options.no_input
def command(data: Path | None, port: int | None, host: str | None, no_input: bool) -> int:
    """Run the whole site behind one port: reader, press and desk."""
    from communique.site.entering import name_it

    options.above_the_file(port, host)
    return serve(name_it(data))


def serve(configuration: Configuration, *, beginning: str = "") -> int:
    """Run a site's processes until asked to stop; gives the exit code."""
    from communique.press.disk import NO_ROOM
    from communique.press.serving.server import refuse_taken
    from communique.press.store import StoreReader
    from communique.site import processes
    from communique.site.supervision import Supervisor

    server = configuration.server
    refuse_taken(server.host, server.port)
    try:
        processes.make_folders(configuration)
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        click.echo("There is no space left on the disk: readers are answered, but nothing can be saved.", err=True)
    store = StoreReader(configuration.press_folder)

    def tell() -> bool:
        """Say where the site is, once there is something to read and somebody to answer."""
        store.refresh()
        if not store.number or not processes.answers(server.host, server.port):
            return False
        click.echo(f"{beginning}Readers  {configuration.address}/")
        click.echo(f"Desk     {configuration.address}/desk/")
        if configuration.site.address:
            click.echo(f"It answers on {server.host}, port {server.port}.")
        click.echo("Stop with Ctrl-C.")
        return True

    return Supervisor(processes.of_one_machine(configuration)).run(tell)
