"""How the press stands: what readers have, what waits, what failed; in words, and in figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection

from communique.press.changed import counted
from communique.press.last_run import LastRun, last_run
from communique.press.store import Edition, Failure, StoreReader

from .models import PendingChange

MEGABYTE = 1_000_000
MINUTE, HOUR, DAY = 60, 3600, 86_400


@dataclass(frozen=True)
class Standing:
    """Of one moment. `waiting` is None where the content database doesn't answer; `size` is in bytes on the disk."""

    edition: Edition | None
    addresses: int
    waiting: int | None
    failures: tuple[Failure, ...]
    last: LastRun | None
    size: int
    now: datetime


def standing(now: datetime | None = None) -> Standing:
    """How the press of this site stands; nothing is changed by looking."""
    folder = Path(settings.COMMUNIQUE.press_folder)
    store = StoreReader.open(folder)
    addresses = sum(not address.startswith("~") for address in store.addresses())
    failures = tuple(store.failures())
    store.close()
    return Standing(
        store.edition, addresses, _waiting(), failures, last_run(folder), _size(folder), now or datetime.now(UTC)
    )


def in_words(found: Standing) -> list[str]:
    """A line for each thing that one wants to know."""
    if found.edition is None:
        return ["Nothing has been printed yet."]
    made = found.edition.made
    age = _long((found.now - made).total_seconds())
    lines = [
        _line("Edition", f"{found.edition.number}, {made:%Y-%m-%d %H:%M:%S} UTC, {age} ago ({found.edition.cause})"),
        _line("Addresses", f"{found.addresses:,}"),
        _line("Waiting", _changes(found.waiting)),
    ]
    if found.last is not None:
        told = found.last
        counts = (
            f"{told.printed:,} printed, {told.unchanged:,} unchanged, {told.removed:,} removed, {told.failed} failed"
        )
        lines.append(_line("Last run", f"{counts}; {told.asked:,} questions in {told.took:.2f} s ({told.cause})"))
    lines.append(_line("Size", f"{found.size / MEGABYTE:,.1f} MB"))
    for failure in found.failures:
        since = f" (since {failure.since:%Y-%m-%d %H:%M} UTC)" if failure.since else ""
        lines.append(_line("Failed", f"{failure.address}: {failure.said.english}{since}"))
    return lines


def figures(found: Standing) -> Iterator[tuple[str, str, float | None]]:
    """The same as figures: a name, what it is, and how much; None where that isn't known."""
    edition, last = found.edition, found.last
    yield "edition", "Number of the edition that readers get.", edition.number if edition else 0
    yield "edition_made_seconds", "When it was made, Unix time.", edition.made.timestamp() if edition else None
    yield "addresses", "Published addresses.", found.addresses
    yield "changes_waiting", "Changes of the content that no edition has yet.", found.waiting
    yield "pages_failed", "Pages that could not be printed.", len(found.failures)
    yield "store_bytes", "Size of the press folder on the disk.", found.size
    if last is not None:
        yield "last_run_seconds", "How long the last run took.", last.took
        yield "last_run_ended_seconds", "When the last run ended, Unix time.", last.ended
        yield "last_run_printed", "Addresses that the last run changed.", last.printed
        yield "last_run_unchanged", "Addresses that it printed and found the same.", last.unchanged
        yield "last_run_removed", "Addresses that it took away.", last.removed
        yield "last_run_failed", "Sheets that it could not print.", last.failed
        yield "last_run_asked", "Questions that it asked.", last.asked


def _line(name: str, said: str) -> str:
    return f"{name:<11}{said}"


def _changes(waiting: int | None) -> str:
    if waiting is None:
        return "not known: the content database doesn't answer"
    return counted(waiting, "change") if waiting else "nothing"


def _long(seconds: float) -> str:
    for length, name in ((DAY, "day"), (HOUR, "hour"), (MINUTE, "minute")):
        if seconds >= 2 * length:
            return counted(int(seconds // length), name)
    return counted(max(0, round(seconds)), "second")


def _waiting() -> int | None:
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return None  # to ask would make an empty one
    try:
        return PendingChange.objects.count()
    except DatabaseError:
        return None


def _size(folder: Path) -> int:
    return sum(file.stat().st_blocks * 512 for file in folder.glob("*") if file.is_file())
