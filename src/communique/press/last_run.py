"""What the last run did, for whoever looks after the press: a small file beside the ledger, renewed by each run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from .work import Run

FILE = "last-run.json"


@dataclass(frozen=True)
class LastRun:
    """Counts of addresses, and of questions `asked`; `took` is in seconds, `ended` is seconds since 1970 UTC."""

    edition: int
    cause: str
    printed: int
    unchanged: int
    removed: int
    failed: int
    asked: int
    took: float
    ended: float


def keep(folder: Path, run: Run, now: datetime) -> None:
    """Take down what a run did. A reader of the file gets the one before or this one. Raises OSError."""
    done = LastRun(
        run.edition, run.cause, len(run.printed), len(run.unchanged), len(run.removed), len(run.failed), run.asked,
        round(run.took, 4), now.timestamp(),
    )  # fmt: skip
    beside = folder / f"{FILE}.new"
    beside.write_bytes(orjson.dumps(asdict(done)))
    beside.replace(folder / FILE)


def last_run(folder: Path) -> LastRun | None:
    """What the last run did; None where that isn't known."""
    try:
        return LastRun(**orjson.loads((folder / FILE).read_bytes()))
    except (OSError, ValueError, TypeError):
        return None
