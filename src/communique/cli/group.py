"""The group of all subcommands."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from communique import cli
from communique.publishing import modules


class Subcommands(click.Group):
    """Finds subcommands: each is the `command` of a module of this package."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Their names, in alphabetical order."""
        return sorted(self._found())

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The one of this name. Its module is tried first, so that the others needn't be read."""
        direct = _command(name.replace("-", "_"))
        return direct if direct and direct.name == name else self._found().get(name)

    def _found(self) -> dict[str, click.Command]:
        return {str(found.name): found for found in map(_command, modules.within(cli)) if found is not None}


def _command(module: str) -> click.Command | None:
    """The command of a module, or None where there is no such module, or no command in it."""
    if not module.isidentifier() or module not in modules.within(cli):
        return None
    found: Any = getattr(import_module(f"communique.cli.{module}"), "command", None)
    return found if isinstance(found, click.Command) else None


@click.group(cls=Subcommands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--debug", is_flag=True, help="When something goes wrong, show where in the code.")
def communique(debug: bool) -> None:
    """Publish an organisation's articles, in all its languages, for as long as they are read.

    `communique demo` shows a finished site; `communique new NAME` begins yours.
    """
