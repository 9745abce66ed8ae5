"""Making a site: its folder, its configuration and its database, all of it or nothing."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from . import configuration, secret_key
from .configuration import Configuration

TEMPLATE = Path(__file__).parent / "template"
DATABASE = TEMPLATE / "content.sqlite3.gz"

USER_VERSION = 60
"""Where in a SQLite file the number stands that `PRAGMA user_version` sets."""


class FolderTaken(RuntimeError):
    """There is something where the site should come."""

    exit_code = 73


@contextmanager
def made(folder: Path) -> Iterator[Path]:
    """A folder to make the site in. It gets its name when all went well; otherwise nothing remains of it."""
    folder = folder.expanduser().absolute()
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTaken(f"{folder} is there already, and not empty; choose another name, or move it away.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    draft.mkdir(mode=0o750)
    try:
        yield draft
        if folder.exists():
            folder.rmdir()
        draft.rename(folder)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def configure(
    folder: Path, *, name: str, languages: Sequence[str], address: str = "", port: int | None = None
) -> Configuration:
    """Write communique.toml, with all that can be said in it, and read it."""
    text = (TEMPLATE / configuration.FILE).read_text(encoding="utf-8")
    values = {
        "{name}": json.dumps(name, ensure_ascii=False),
        "{languages}": json.dumps(list(languages)),
        "{address}": f"address = {json.dumps(address)}" if address else '# address = "https://institute.example"',
        "{port}": f"port = {port}" if port else "# port = 8000",
    }
    for place, value in values.items():
        text = text.replace(place, value)
    (folder / configuration.FILE).write_text(text, encoding="utf-8")
    told = configuration.load(folder)
    lay_out(told)
    return told


def lay_out(told: Configuration) -> None:
    """The data folder: the secret key and, on SQLite, the migrated database that comes with the package."""
    for place in (told.data_folder, told.uploads_folder):
        place.mkdir(parents=True, exist_ok=True)
        place.chmod(0o750)
    secret_key.kept(told.data_folder)
    kind, _, path = told.database_url.partition(":///")
    if kind == "sqlite" and not Path(path).exists() and (migrated := shipped()):
        Path(path).write_bytes(migrated)


def shipped() -> bytes | None:
    """The migrated database that comes with the package; None if migrations were changed since it was made."""
    if not DATABASE.is_file():
        return None
    database = gzip.decompress(DATABASE.read_bytes())
    made_of = int.from_bytes(database[USER_VERSION : USER_VERSION + 4], "big")
    return database if made_of == migrations_in_short() else None


def migrations_in_short() -> int:
    """A number that changes with every migration of ours, or with the version of a package that has some."""
    digest = blake2b("".join(version(package) for package in ("Django", "wagtail", "django-allauth")).encode())
    house = TEMPLATE.parents[1]
    for migration in sorted(house.rglob("migrations/*.py")):
        digest.update(migration.relative_to(house).as_posix().encode() + migration.read_bytes())
    return int.from_bytes(digest.digest()[:4], "big") >> 1
