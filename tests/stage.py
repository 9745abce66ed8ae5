"""The stage: a temporary site with a migrated database, laid out once and put back as it was after each act.

Migrating an empty database takes many seconds, so what it gives is kept between runs, under a name made of all
migrations. COMMUNIQUE_TEST_DATABASE=postgres plays on PostgreSQL.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from communique.site import making

from .postgres_rows import Rows

KEPT = Path(tempfile.gettempdir()) / f"communique-tests-{os.getuid()}"
NO_WELCOME = "from wagtail.models import Page; Page.objects.filter(depth=2).delete()"
SERVERS = ("postgresql://postgres@127.0.0.1:5432/postgres", "postgresql://127.0.0.1:5432/postgres")


def lay_out() -> Path:
    """Make the site's folder and name it, and its database, in the environment. Before Django is configured."""
    folder = Path(tempfile.mkdtemp(prefix="communique-site-"))
    (folder / "communique.toml").write_text('[site]\nlanguages = ["en", "ur", "ar", "ru"]\n')
    (folder / "data" / "uploads").mkdir(parents=True)
    os.environ["COMMUNIQUE_SITE"] = str(folder)
    os.environ["COMMUNIQUE_ROLE"] = "tool"
    os.environ["DJANGO_SETTINGS_MODULE"] = "communique.site.settings"
    # Playwright keeps an event loop going in the thread that tests run in; Django would refuse to work beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    os.environ.pop("DATABASE_URL", None)
    if os.environ.get("COMMUNIQUE_TEST_DATABASE", "sqlite") == "postgres":
        server = postgres_server()
        if server is None:
            raise SystemExit("No PostgreSQL answers; name one in COMMUNIQUE_TEST_POSTGRES.")
        os.environ["DATABASE_URL"] = f"{server.rpartition('/')[0]}/communique_test_{os.getpid()}"
    return folder


def postgres_server() -> str | None:
    """A server that tests may make databases on: COMMUNIQUE_TEST_POSTGRES, else one on loopback that answers."""
    import psycopg

    told = os.environ.get("COMMUNIQUE_TEST_POSTGRES")
    for server in [told] if told else SERVERS:
        with suppress(psycopg.Error), psycopg.connect(server, connect_timeout=2):
            return server
    return None


class SqliteStage:
    """A database file that is copied from the kept one."""

    def __init__(self) -> None:
        self._file = Path(os.environ["COMMUNIQUE_SITE"]) / "data" / "content.sqlite3"
        self._clean = self._file.with_suffix(".clean")

    def build(self) -> None:
        """Put the migrated database in place, with the triggers of the present code."""
        kept = KEPT / f"{_digest()}.sqlite3"
        with _one_at_a_time("sqlite"):
            if not kept.exists():
                made = kept.with_suffix(f".{os.getpid()}")
                if shipped := making.shipped():
                    made.write_bytes(shipped)
                _prepare(f"sqlite:///{made}")
                made.rename(kept)
        shutil.copy(kept, self._file)
        _make_ready()
        _close()  # what was made ready goes from the log into the file
        shutil.copy(self._file, self._clean)

    def restore(self) -> None:
        """As it was before anything was committed.

        A new file takes the place of the old one: whoever still has that one open, in another thread, keeps the index
        of its log in memory, and would share it with all that is opened from the same file later.
        """
        _close()
        for leftover in (self._file.with_name(self._file.name + end) for end in ("-wal", "-shm")):
            leftover.unlink(missing_ok=True)
        shutil.copy(self._clean, self._file.with_suffix(".next"))
        self._file.with_suffix(".next").rename(self._file)

    def strike(self) -> None:
        """Nothing remains but the temporary folder."""
        _close()


class PostgresStage:
    """A database that is made from a kept one of the same server."""

    def __init__(self) -> None:
        server, _, self._name = os.environ["DATABASE_URL"].rpartition("/")
        self._server, self._base = server, f"{server}/postgres"

    def build(self) -> None:
        """Put the migrated database in place, with the triggers of the present code."""
        self._kept = f"communique_kept_{_digest()}"
        with _one_at_a_time("postgres"):
            if not self._say("SELECT 1 FROM pg_database WHERE datname = %s", self._kept):
                making = f"{self._kept}_{os.getpid()}"
                self._say(f'CREATE DATABASE "{making}"')
                _prepare(f"{self._server}/{making}")
                # The window and its role are named for the database: the copy makes its own.
                self._say("DROP SCHEMA IF EXISTS communique_window CASCADE", at=f"{self._server}/{making}")
                self._say(f'DROP ROLE IF EXISTS "communique_window_{making}"')
                self._say(f'ALTER DATABASE "{making}" RENAME TO "{self._kept}"')
        self._make()
        self._clean = Rows.of(os.environ["DATABASE_URL"])

    def restore(self) -> None:
        """As it was before anything was committed."""
        _close()
        if not self._clean.put_back(os.environ["DATABASE_URL"]):
            self._make()
            self._clean = Rows.of(os.environ["DATABASE_URL"])

    def _make(self) -> None:
        self.strike()
        with _one_at_a_time("postgres"):  # a database that is being copied can't be copied from
            self._say(f'CREATE DATABASE "{self._name}" TEMPLATE "{self._kept}"')
        # No test pulls the server's plug: what it has said is committed need not have reached the disk.
        self._say(f'ALTER DATABASE "{self._name}" SET synchronous_commit = off')
        _make_ready()

    def strike(self) -> None:
        """Drop the database and the role that the window made for it."""
        _close()
        self._say(f'DROP DATABASE IF EXISTS "{self._name}" WITH (FORCE)')
        self._say(f'DROP ROLE IF EXISTS "communique_window_{self._name}"')

    def _say(self, statement: str, *values: str, at: str = "") -> bool:
        import psycopg

        with psycopg.connect(at or self._base, autocommit=True) as connection:
            answer = connection.execute(statement, values or None)
            return answer.description is not None and answer.fetchone() is not None


def of_environment() -> SqliteStage | PostgresStage:
    """The stage for the database that the environment names."""
    return PostgresStage() if "DATABASE_URL" in os.environ else SqliteStage()


def migrate(url: str) -> None:
    """Migrate an empty database, in a process of its own."""
    for command in (["migrate", "-v0"], ["createcachetable"]):
        _django(url, *command)


def _prepare(url: str) -> None:
    """Make of a database one to play on: migrated (a shipped one is), without Wagtail's page of welcome."""
    migrate(url)
    _django(url, "shell", "-v0", "-c", NO_WELCOME)


PATIENT = "import gc, runpy; gc.set_threshold(500_000, 50, 1000); runpy.run_module('django', run_name='__main__')"
"""Django's commands, with garbage looked for seldom: a quarter of the time that migrating took went into that."""


def _django(url: str, *command: str) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "communique.site.settings"}
    subprocess.run([sys.executable, "-c", PATIENT, *command], env=environment, check=True)


def _make_ready() -> None:
    from communique.publishing.readiness import make_ready

    make_ready()


def _close() -> None:
    from django.db import connections

    connections.close_all()


@contextmanager
def _one_at_a_time(database: str) -> Iterator[None]:
    KEPT.mkdir(exist_ok=True)
    with (KEPT / f"{database}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _digest() -> str:
    told = [NO_WELCOME, version("django-taggit"), *making.migrations().items()]
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()
