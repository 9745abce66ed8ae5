"""How often files to take along were downloaded: added up by day from what the readers counted. Nobody knows who."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, Sum
from django.utils import timezone

from communique.content import library
from communique.content.models import Download
from communique.content.privacy import Passage
from communique.press.questions import Ask
from communique.press.serving import downloads as counted
from communique.publishing.words import Say

from .keeping import FOLDER

LATELY = timedelta(days=30)


@dataclass(frozen=True)
class Told:
    """How often a file was downloaded, in all and in the last thirty days."""

    total: int = 0
    lately: int = 0


def take_in(today: date, folder: Path | None = None) -> int:
    """Add up what the readers counted since the last time, on the present day. Tells how many files that were."""
    counts: dict[str, int] = {}
    for told in counted.taken(folder or Path(settings.COMMUNIQUE.press_folder)):
        for address, count in told.items():
            if counted.is_counted(address):
                file = f"{FOLDER}/{address.removeprefix(counted.COUNTED)}"
                counts[file] = counts.get(file, 0) + count
    with transaction.atomic():
        for file, count in counts.items():
            day, _ = Download.objects.get_or_create(file=file, day=today)
            Download.objects.filter(pk=day.pk).update(count=F("count") + count)
    return len(counts)


def of_files(files: Iterable[str], today: date) -> Mapping[str, Told]:
    """What was counted of each of these files."""
    lately = Sum("count", filter=Q(day__gt=today - LATELY), default=0)
    rows = Download.objects.filter(file__in=list(files)).values("file")
    return {row["file"]: Told(row["total"], row["lately"]) for row in rows.annotate(total=Sum("count"), lately=lately)}


def chore(_: Callable[[], bool]) -> int:
    """The same for the worker."""
    return take_in(timezone.localdate())


def told(say: Say, ask: Ask, language: str) -> Passage | None:
    """What a privacy page says of it, where there is something to download."""
    if not library.has_something(ask):
        return None
    return Passage(
        say("Downloads"),
        say(
            "When you download a document, we count that it was downloaded, by the day. We don’t keep who did, nor from where."  # noqa: E501  # one message, so that it can be gathered
        ),
    )
