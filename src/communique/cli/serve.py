"""`communique serve`."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import options

if TYPE_CHECKING:
    from communique.site.configuration import Configuration
    from communique.site.supervision import Child, Supervisor


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
    from communique.press.serving.server import refuse_taken
    from communique.site import processes
    from communique.site.supervision import Supervisor

    server = configuration.server
    refuse_taken(server.host, server.port)
    processes.make_folders(configuration)
    children = processes.of_one_machine(configuration)
    supervisor = Supervisor(children)

    def tell() -> None:
        if _wait_for(configuration, supervisor, children[0]):
            click.echo(f"{beginning}Readers  {configuration.address}/")
            click.echo(f"Desk     {configuration.address}/desk/")
            click.echo("Stop with Ctrl-C.")

    return supervisor.run(tell)


def _wait_for(configuration: Configuration, supervisor: Supervisor, reader: Child) -> bool:
    """Until the reader takes connections; whether it does."""
    from communique.site import processes

    for _ in range(600):
        if supervisor.asked or (reader.process and reader.process.poll() is not None):
            return False
        if processes.answers(configuration.server.host, configuration.server.port):
            return True
        time.sleep(0.05)
    return False
