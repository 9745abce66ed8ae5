"""The site as the press sees it: Django's answer to `communique.press.source.Newsroom`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import UTC, datetime
from functools import cache
from hashlib import blake2b
from importlib.metadata import requires, version
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from communique.press.objects import Include
from communique.press.sheets import Copy, Sheet

from . import declarations, parts, rendering, snapshot
from .models import Mark, PendingChange

WRITER = "content"
"""The alias of the connection that may write; in the press process the default one is the window."""


class SiteNewsroom:
    """Everything declared by the installed parts, read through the window and set in the site's templates."""

    def __init__(self, window: BaseDatabaseWrapper | None = None) -> None:
        self.window = window or connections[DEFAULT_DB_ALIAS]  # the press process's default connection is the window
        self.tables = snapshot.tables()
        self.sheets: Sequence[Sheet] = list(declarations.sheets_declared)
        self.rendering = rendering.Rendering.of_site()
        self.fingerprint = _fingerprint(self.rendering.fingerprint())

    @contextmanager
    def snapshot(self, moment: str = "") -> Iterator[snapshot.WindowSnapshot]:
        """Open the window, now or at another process's moment. Until it is closed there is no other way to the content.

        Raises MomentPassed.
        """
        with _writer_at_rest(), snapshot.opened(self.window, moment) as seen:
            yield seen

    def begin_afresh(self) -> None:
        """Leave alone the connections inherited by a fork: to use or close them would harm the other process's."""
        for one in connections.all(initialized_only=True):
            _inherited.append(one.connection)
            one.connection = None
        self.window.in_atomic_block = False
        if self.window.connection is not None:
            _inherited.append(self.window.connection)
            self.window.connection = None

    def now(self) -> datetime:
        """The moment that clock questions are asked for, aware UTC."""
        return datetime.now(UTC)

    def set_type(self, copy: Copy) -> tuple[bytes | Include, ...]:
        """The copy set in its template."""
        if copy.template is None:
            raise ValueError(f"{copy.address} has neither a body nor a template.")
        text = self.rendering.render(copy.template, copy.context, language=copy.language)
        return self.rendering.split(text)

    def media(self, path: str) -> bytes:
        """A file of the upload folder. Raises FileNotFoundError, or PermissionError for a path that leads out."""
        folder = Path(settings.MEDIA_ROOT).resolve()
        found = (folder / path).resolve()
        if not found.is_relative_to(folder):
            raise PermissionError(f"{path} is not in the upload folder.")
        return found.read_bytes()

    def settle(self, changes: Sequence[int], identity: str, edition: int) -> None:
        """Strike these changes, and tell the database which edition has them."""
        using = WRITER if WRITER in connections.databases else "default"
        with transaction.atomic(using=using):
            for at in range(0, len(changes), 500):
                PendingChange.objects.using(using).filter(id__in=changes[at : at + 500]).delete()
            Mark.objects.using(using).filter(identity=identity).exclude(edition=edition).update(edition=edition)


_inherited: list[object] = []
"""Kept to the end, so that nothing tidies them up."""


class PastTheWindow(RuntimeError):
    """Something read the content by the connection that is for striking changes only."""


def _refuse(*_: object) -> None:
    raise PastTheWindow("While pages are printed, the content can only be read through the window (alias `default`).")


def _writer_at_rest() -> AbstractContextManager[None]:
    return connections[WRITER].execute_wrapper(_refuse) if WRITER in connections.databases else nullcontext()


def _fingerprint(rendering_print: str) -> str:
    """The version of code, templates, assets and settings that pages were printed with."""
    digest = blake2b(rendering_print.encode(), digest_size=16)
    digest.update(code() + repr(settings.COMMUNIQUE.printed).encode())
    return digest.hexdigest()


@cache
def code() -> bytes:
    """What the modules of all parts say, and which libraries they use: a process goes on with what it has read."""
    digest = blake2b(digest_size=16)
    for part in ["communique", *(part for part in parts.found() if not part.startswith("communique."))]:
        spec = find_spec(part)
        for folder in (spec.submodule_search_locations or []) if spec else []:
            for source in sorted(Path(folder).rglob("*.py")):
                digest.update(source.name.encode() + source.read_bytes())
    digest.update(repr(versions()).encode())
    return digest.digest()


def versions() -> list[tuple[str, str]]:
    """The libraries that communique asks for, and which of each is there: another one may write a page another way."""
    asked = {_NAME.match(line)[0] for line in requires("communique") or () if "extra ==" not in line}  # type: ignore[index]  # every line begins with a name
    return [(name, version(name)) for name in sorted(asked)]


_NAME = re.compile(r"[\w.-]+")
