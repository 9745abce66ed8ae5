"""A site of its own for a proof: a folder, a database, and what lies in its store."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote
from uuid import uuid4

import brotli
import psycopg

from communique.press.composing import name_of
from communique.press.objects import Printed
from communique.press.store import Entry, StoreReader
from tests import prepared
from tests.waiting import free_port, status, until

TOML = '[site]\nname = "Institute"\nlanguages = {}\n'

_TOLD = re.compile(rb"(Report \d+) of day (\d+)|(Institute) (\d+)")


class Site(NamedTuple):
    """Where a site is, and what names it to its processes."""

    folder: Path
    surroundings: dict[str, str]

    @property
    def store(self) -> Path:
        return self.folder / "data" / "press"

    def ask(self, question: str) -> list[tuple]:
        """Look into the content database from outside."""
        if url := self.surroundings.get("DATABASE_URL"):
            with psycopg.connect(url) as connection:
                return connection.execute(question).fetchall()
        with closing(sqlite3.connect(self.folder / "data" / "content.sqlite3", timeout=20)) as connection:
            return connection.execute(question).fetchall()


@contextmanager
def a_site(folder: Path, server: str = "", languages: tuple[str, ...] = ("en", "ur")) -> Iterator[Site]:
    """An empty site on SQLite, or with a database of its own on that PostgreSQL server."""
    (folder / "data" / "uploads").mkdir(parents=True)
    (folder / "communique.toml").write_text(TOML.format(json.dumps(languages)))
    surroundings = {"COMMUNIQUE_SITE": str(folder)}
    if not server:
        yield Site(folder, surroundings)
        return
    name = f"communique_proof_{uuid4().hex[:12]}"
    surroundings["DATABASE_URL"] = f"{server.rpartition('/')[0]}/{name}"
    try:
        yield Site(folder, surroundings)
    finally:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
            connection.execute(f'DROP ROLE IF EXISTS "communique_window_{name}"')


def command(site: Site, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a command of communique on the site."""
    return prepared.communique(*_on(site, arguments), environment=os.environ | site.surroundings)


@contextmanager
def running(site: Site, *arguments: str, log: Path | None = None, **surroundings: str) -> Iterator[int]:
    """A command of communique that answers at a port, for as long as it is needed; gives the port.

    What it says is written to `log` and, what it says to nobody but the terminal, to the same with `.out`.
    """
    port = free_port()
    with ExitStack() as kept:
        said = {} if log is None else {"stderr": kept.enter_context(log.open("wb"))}
        out = subprocess.DEVNULL if log is None else kept.enter_context(log.with_suffix(".out").open("wb"))
        variables = os.environ | site.surroundings | surroundings
        command = [sys.executable, "-m", "communique", *_on(site, arguments), "--port", str(port)]
        process = subprocess.Popen(command, env=variables, stdout=out, **said)
    try:
        yield port
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def _on(site: Site, arguments: tuple[str, ...]) -> list[str]:
    return [*arguments, "--data", str(site.folder)]


class Watcher:
    """Somebody who reads every address of every edition that comes out, and looks closely."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._reader = StoreReader.open(folder)
        self.reads = self.editions = self.torn = self.mixed = 0

    def look(self) -> bool:
        """Read the edition that is current, if it is a new one; whether it is."""
        if new := self._reader.refresh():
            self._read_all(self._reader)
        return new

    def look_afresh(self) -> None:
        """As a reader that has just been started."""
        fresh = StoreReader.open(self._folder)
        self._read_all(fresh)
        fresh.close()

    def close(self) -> None:
        """Let go of the store."""
        self._reader.close()

    def _read_all(self, reader: StoreReader) -> None:
        told: dict[bytes, set[bytes]] = {}
        self.editions += 1
        for entry in list(reader.entries.values()):
            body = whole(reader, entry)
            self.reads += 1
            self.torn += body is None
            for report, day, institute, named in _TOLD.findall(body or b""):
                told.setdefault(report or institute, set()).add(day or named)
        self.mixed += any(len(days) > 1 for days in told.values())


class Readers:
    """Somebody who asks for all that is published, at a reader of its own."""

    def __init__(self, site: Site, port: int) -> None:
        self._port = port
        with closing(StoreReader.open(site.store)) as store:
            self._wanted = {entry.address: entry.status for entry in store.entries.values() if entry.address[0] == "/"}
        until(lambda: status(f"http://127.0.0.1:{port}/") == 200)

    def turned_away(self, *instead: int) -> list[str]:
        """The addresses that didn't answer as they did, nor with one of these statuses instead."""
        with closing(http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)) as line:
            return [at for at, wanted in self._wanted.items() if self._ask(line, at) not in (wanted, *instead)]

    def _ask(self, line: http.client.HTTPConnection, address: str) -> int:
        line.request("GET", quote(address, safe="/?=&%:~"))
        answer = line.getresponse()
        answer.read()
        return answer.status


def whole(reader: StoreReader, entry: Entry) -> bytes | None:
    """The body that readers get, if what lies in the store is what its hash says, in every encoding; else None."""
    try:
        printed = Printed(entry.address, reader.printed_body(entry), entry.media_type)
        if name_of(printed) != entry.object:
            return None
        composition = reader.composed(entry)
        body = b"".join(composition.plain())
        if composition.pressed and zlib.decompress(b"".join(composition.gzip()), 31) != body:
            return None
        if composition.brotli is not None and brotli.decompress(bytes(composition.brotli)) != body:
            return None
    except (zlib.error, brotli.error, ValueError, LookupError):
        return None
    return body


def published(folder: Path) -> dict[str, tuple]:
    """All that a store answers: address, status, headers, bodies as printed and as readers get them."""
    with closing(StoreReader.open(folder)) as reader:
        return {
            entry.address: (*entry[2:7], reader.printed_body(entry), whole(reader, entry))
            for entry in reader.entries.values()
        }
