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
MADE_OF = TEMPLATE / "made_of.json"


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
    """The migrated database that comes with the package; None if a migration was changed since it was made.

    New ones, as a part in a new folder brings them, are left to be made.
    """
    if not DATABASE.is_file() or not MADE_OF.is_file():
        return None
    if not json.loads(MADE_OF.read_bytes()).items() <= migrations().items():
        return None
    return gzip.decompress(DATABASE.read_bytes())


def migrations() -> dict[str, str]:
    """What lays out a database: our migrations, each with a digest, and packages that have some, with their version."""
    house = TEMPLATE.parents[1]
    ours = {
        file.relative_to(house).as_posix(): blake2b(file.read_bytes(), digest_size=8).hexdigest()
        for file in sorted(house.rglob("migrations/[0-9]*.py"))
    }
    return {package: version(package) for package in ("Django", "wagtail", "django-allauth")} | ours
