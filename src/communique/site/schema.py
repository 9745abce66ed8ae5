"""Whether the content database is the one that this version of communique knows."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import DatabaseError, OperationalError, connections

from communique.publishing import modules
from communique.publishing.readiness import make_ready

EXAMPLES = 3

Migrations = set[tuple[str, str]]


class NotCurrent(RuntimeError):
    """The database isn't one that this version can work with; the message says what would do."""

    exit_code = 69


def refuse_unless_current() -> None:
    """Raise NotCurrent for a database that is missing, not migrated, or from a newer version."""
    using = _using()
    _refuse_missing_file(using)
    known, applied = known_migrations(), applied_migrations(using)
    if not applied:
        raise NotCurrent("The database is empty; `communique update` lays out its tables.")
    if newer := sorted(applied - known):
        raise NotCurrent(
            f"The database is from a newer version of communique ({_some(newer)}); install that version, or restore"
            " a backup from before."
        )
    if missing := sorted(known - applied):
        raise NotCurrent(f"The database is from an earlier version ({_some(missing)} to do); run `communique update`.")


def update() -> int:
    """Bring the database up to this version; gives how many migrations that took."""
    using = _using()
    before = applied_migrations(using)
    if before - known_migrations():
        refuse_unless_current()
    call_command("migrate", database=using, verbosity=0, interactive=False)
    call_command("createcachetable", database=using, verbosity=0)
    make_ready(using)
    return len(applied_migrations(using) - before)


def update_if_needed() -> None:
    """Update a database that isn't current; one that came with the package is, and only becomes a site's own."""
    using = _using()
    if applied_migrations(using) == known_migrations():
        make_ready(using)
    else:
        update()


def close() -> None:
    """Let go of the database, so that its file may be moved."""
    connections.close_all()


def make_ready_for_the_press() -> None:
    """Put change triggers and window in place where they aren't what the present code asks for."""
    make_ready(_using())


def known_migrations() -> Migrations:
    """All migrations in the installed packages: their files, since reading 230 modules would take a second."""
    known: Migrations = set()
    for app in apps.get_app_configs():
        package = f"{app.name}.migrations"
        if find_spec(package):
            names = modules.within(import_module(package))
            known |= {(app.label, name) for name in names if name[0].isdigit()}
    return known


def applied_migrations(using: str = "default") -> Migrations:
    """Those of installed parts that the database has been through."""
    labels = {app.label for app in apps.get_app_configs()}
    connection = connections[using]
    if "django_migrations" not in connection.introspection.table_names():
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        return {(app, name) for app, name in cursor.fetchall() if app in labels}


def _refuse_missing_file(using: str) -> None:
    connection = connections[using]
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite" and not Path(name).is_file():
        raise NotCurrent(
            f"There is no database {name}; restore it from a backup, or make one with `communique update`."
        )
    try:
        connection.ensure_connection()
    except DatabaseError as error:
        if connection.vendor == "sqlite" and isinstance(error, OperationalError):
            raise  # the disk's or the folder's fault, and told as such
        raise NotCurrent(f"The database doesn't answer: {str(error).strip().splitlines()[0]}.") from error


def _using() -> str:
    """In the press the content is behind the window's connection."""
    return "content" if "content" in connections.databases else "default"


def _some(migrations: list[tuple[str, str]]) -> str:
    names = [f"{app} {name}" for app, name in migrations[:EXAMPLES]]
    more = len(migrations) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
