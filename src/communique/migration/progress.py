"""How far an import is: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]


@contextmanager
def told() -> Iterator[Progress]:
    """Something to tell how far one is, for as long as the work lasts."""
    if not sys.stderr.isatty():
        yield _lines()
        return
    from rich.console import Console
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

    with Bars(console=Console(stderr=True), transient=True) as bars:
        known: dict[str, TaskID] = {}

        def bar(what: str, done: int, of: int) -> None:
            if what not in known:
                known[what] = bars.add_task(what, total=of)
            bars.update(known[what], completed=done, total=of)

        yield bar


def _lines() -> Progress:
    """A line at the end of each step, and a few on the way through a long one."""
    latest: dict[str, int] = {}

    def line(what: str, done: int, of: int) -> None:
        quarter = done * 4 // of if of else 4
        if quarter > latest.get(what, -1):
            latest[what] = quarter
            if quarter in {1, 2, 3, 4} and (of > 1000 or quarter == 4):
                print(f"{what}: {done * 100 // of if of else 100} %", file=sys.stderr)  # noqa: T201  # it is for a person

    return line
