"""Downloads: whole answers of files that people take along, counted by address. Nothing is kept of who asked.

What a browser or a proxy has kept it doesn't ask for again, so that this is never more than how often a file was sent.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

from .tallies import Tally
from .tallies import taken as left

FOLDER = "downloads"
COUNTED = "/media/documents/"
"""Addresses that begin so are counted."""

# Programs that say that they are no reader: looked at in that moment, and not kept.
_MACHINES = re.compile(
    r"bot\b|bot/|crawl|spider|slurp|archiver|preview|facebookexternalhit|monitor|feed|headless"
    r"|^(?:curl|wget|python|java|go-http|okhttp|libwww|axios|node|scrapy|aiohttp)",
    re.IGNORECASE,
)
_WHOLE = "bytes=0-"
"""The range that some browsers ask for where they mean all of it."""


class Downloads:
    """The files that were sent whole since the last time, with how often."""

    def __init__(self, store: Path, clock: Callable[[], float] = time.monotonic) -> None:
        self._tally = Tally(store / FOLDER, clock)

    def note(self, address: str, status: int, asked_range: str | None, agent: str | None) -> None:
        """Count an answer to a GET, if it held the whole file and no program said that it is one."""
        whole = status == 200 or (status == 206 and asked_range == _WHOLE)
        if whole and agent and not _MACHINES.search(agent):
            self._tally.add(address)

    @property
    def is_due(self) -> bool:
        """Whether it is time to leave what was counted."""
        return self._tally.is_due

    def leave(self) -> None:
        """Leave it for the worker."""
        self._tally.leave()


def is_counted(address: str) -> bool:
    """Whether answers of this address are counted."""
    return address.startswith(COUNTED)


def taken(store: Path) -> list[dict[str, int]]:
    """What the readers left, each file once."""
    return left(store / FOLDER)
