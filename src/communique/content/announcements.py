"""After "Publish": when it was out, or what went wrong."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import connection
from django.db.models import Max

from communique.press.store import Failure, StoreReader
from communique.publishing import declarations
from communique.publishing.models import PendingChange
from communique.text.sentences import Sentence

if TYPE_CHECKING:
    from wagtail.models import Page

PATIENCE = 3.0
"""So many seconds an editor waits at most for the press after publishing."""

PAUSE = 0.02


@dataclass(frozen=True)
class Outcome:
    """What came of publishing a page: when it was out, or why it isn't; neither if the press hasn't answered yet."""

    live: datetime | None = None
    failure: Sentence | None = None


def outcome(page: Page, *, patience: float = PATIENCE) -> Outcome:
    """Wait until the press has printed what is committed so far, and tell what came of this page."""
    if not _caught_up(patience):
        return Outcome()
    failed = failures_of(page)
    if failed:
        return Outcome(failure=failed[0].said)
    reader = _reader(Path(settings.COMMUNIQUE.press_folder))
    reader.refresh()
    return Outcome(live=reader.edition.made) if reader.edition else Outcome()


def failures() -> list[Failure]:
    """All that could not be printed, the longest failing first."""
    return _reader(Path(settings.COMMUNIQUE.press_folder)).failures()


def failures_of(page: Page, among: Iterable[Failure] | None = None) -> list[Failure]:
    """What of a page could not be printed."""
    sheets = {sheet.name for sheet in declarations.sheets_declared if sheet.each == page.specific_class._meta.db_table}
    told = failures() if among is None else among
    return [failure for failure in told if failure.sheet in sheets and failure.key == str(page.pk)]


def stands_at(address: str) -> bool:
    """Whether readers find something at an address: in the present edition."""
    printed = reader()
    printed.refresh()
    entry = printed.entries.get(address)
    return entry is not None and entry.status < 400


def reader() -> StoreReader:
    """What readers have, as the desk looks at it."""
    return _reader(Path(settings.COMMUNIQUE.press_folder))


def page_of(failure: Failure) -> int | None:
    """The page that a failed sheet belongs to, if it is a page's."""
    tables = {
        table.name
        for table in declarations.tables.values()
        if table.guard and table.guard == (declarations.PAGES, table.key)
    }
    each = {sheet.name: sheet.each for sheet in declarations.sheets_declared}
    return int(failure.key) if each.get(failure.sheet) in tables and failure.key.isdigit() else None


def trouble(failure: Failure) -> dict[str, Any]:
    """What the desk shows of a failure: the page, if it is one's, its name, why, and since when (aware UTC)."""
    return {
        "page": page_of(failure),
        "name": failure.address or failure.sheet,
        "reason": failure.said,
        "since": failure.since,
    }


def _caught_up(patience: float) -> bool:
    """Whether the press takes in, within `patience` seconds, all that has been committed."""
    if connection.in_atomic_block:
        return False  # nothing is committed yet, so there is nothing to wait for
    position = PendingChange.objects.aggregate(last=Max("id"))["last"]
    if position is None:
        return True
    until = time.monotonic() + patience
    while PendingChange.objects.filter(id__lte=position).exists():
        if time.monotonic() >= until:
            return False
        time.sleep(PAUSE)
    return True


@lru_cache(maxsize=4)
def _reader(folder: Path) -> StoreReader:
    return StoreReader(folder)
