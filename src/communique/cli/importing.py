"""`communique import`."""

from __future__ import annotations

from pathlib import Path

import click

from . import options


@click.group("import")
def command() -> None:
    """Bring in a site from elsewhere."""


@command.command("wordpress")
@click.argument("exports", metavar="EXPORT.xml", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--uploads",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="A copy of wp-content/uploads, for the pictures. Without it their captions are kept.",
)
@click.option("--plan/--apply", "only_plan", default=True, help="Only tell what would be done (default), or do it.")
@options.data
@options.no_input
def wordpress(
    exports: tuple[Path, ...], uploads: Path | None, only_plan: bool, data: Path | None, no_input: bool
) -> int:
    """Bring in the export of a WordPress site (Tools, Export). Several files of one site are one import."""
    from communique.migration import command as importing
    from communique.migration.progress import told
    from communique.site.entering import enter, name_it

    configuration = name_it(data) if only_plan else enter(data)
    with told() as progress:
        place = configuration.data_folder / "imports"
        outcome = importing.run(exports, place, progress, uploads=uploads, apply=not only_plan)
    for line in outcome.lines:
        click.echo(line)
    if only_plan:
        click.echo()
        click.echo(outcome.report.as_text())
        click.echo()
        click.echo("Nothing was written. To bring it in, say the same with --apply.")
    click.echo(f"Report     {outcome.place}")
    return 0
