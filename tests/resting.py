"""Windows of a browser that come to rest: loaded, with nothing under way."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from .waiting import PATIENCE

if TYPE_CHECKING:
    from playwright.sync_api import Page

_under_way: WeakKeyDictionary[Page, set[Any]] = WeakKeyDictionary()
STILL = 5  # tenths of a second


def watch(page: Page) -> None:
    """Keep count of what a window asks for, so that `rest` can tell."""
    going = _under_way.setdefault(page, set())
    page.on("request", lambda one: going.add(one))
    page.on("requestfinished", lambda one: going.discard(one))
    page.on("requestfailed", lambda one: going.discard(one))


def rest(page: Page) -> None:
    """Wait until a watched window is loaded, and has asked for nothing more for half a second.

    On a busy machine Chromium does not always tell of its "network idle".
    """
    page.wait_for_load_state()
    still = 0
    deadline = time.monotonic() + PATIENCE
    while still < STILL:
        page.wait_for_timeout(100)
        still = 0 if _under_way[page] else still + 1
        assert time.monotonic() < deadline, f"It never came to rest: {[one.url for one in _under_way[page]]}"
