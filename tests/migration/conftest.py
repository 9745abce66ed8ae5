"""The stage for imports: a founded site, and a way to bring exports into it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from communique.migration import command
from communique.migration.command import Outcome

from .exports import AUTHOR, written


@dataclass
class Mover:
    """Brings in exports as the command does."""

    folder: Path
    uploads: Path | None = None
    heard: list[str] = field(default_factory=list)

    def bring(
        self, *records: str, base: str | None = None, tell: Callable[[str, int, int], None] | None = None
    ) -> Outcome:
        """Import an export made of these records."""
        told = {"base": base} if base else {}
        path = written(self.folder, AUTHOR, *records, **told)
        return self.bring_file(path, tell=tell)

    def bring_file(self, *paths: Path, tell: Callable[[str, int, int], None] | None = None) -> Outcome:
        """Import these files."""
        progress = tell or (lambda what, done, of: None)
        return command.run(paths, self.folder / "imports", progress, uploads=self.uploads, apply=True)


@pytest.fixture(scope="module")
def founded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A site that was founded once for all tests of a file: each goes back to there, and the last to before."""
    from django.db import transaction

    from communique.site.founding import found

    with django_db_blocker.unblock(), transaction.atomic():
        found("The Institute", ("en",))
        yield
        transaction.set_rollback(True)


@pytest.fixture
def mover(founded: None, db: None, tmp_path: Path) -> Mover:
    """Someone who moves a site to the one that tests play on."""
    return Mover(tmp_path)
