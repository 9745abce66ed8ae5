"""`communique new`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options

LANGUAGES = ("en", "ur", "ar", "ru")


def _languages(context: click.Context, option: click.Parameter, told: str) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip() for code in told.split(",") if code.strip()))
    unknown = [code for code in codes if code not in LANGUAGES]
    if unknown or not codes:
        raise click.BadParameter(f"{told!r} is not understood; use one or more of {', '.join(LANGUAGES)}, with commas.")
    return codes


@click.command("new")
@click.argument("name", type=click.Path(path_type=Path))
@click.option("--name", "title", metavar="TEXT", help="The organisation's name; the folder's name without it.")
@click.option(
    "--languages", callback=_languages, default="en", show_default=True, help="The site's languages, its own first."
)
@click.option("--address", default="", metavar="URL", help="The address readers will use.")
@options.port
@options.no_input
def command(
    name: Path, title: str | None, languages: tuple[str, ...], address: str, port: int | None, no_input: bool
) -> None:
    """Make a site in a new folder: configuration, database, a home page and a section for articles."""
    from communique.site import making
    from communique.site.entering import enter, name_it

    title = title or name.resolve().name
    with making.made(name) as folder:
        told = making.configure(folder, name=title, languages=languages, address=address, port=port)
        name_it(folder)
        enter(folder, migrated=False)
        from communique.site import founding, schema

        schema.update_if_needed()
        founding.found(title, told.languages)
        schema.close()
    click.echo(f"Made {name}: configuration in communique.toml, everything else in data.")
    click.echo("Next:")
    click.echo(f"  cd {name}")
    click.echo("  communique admin-link     # a link to sign in at the desk with")
    click.echo("  communique serve          # readers, desk and press behind one port")
