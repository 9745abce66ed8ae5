"""The N-th call of a kind fails while an edit is published and printed (R6): nothing torn, lost, stale or untold."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from . import edits
from .failing_calls import Fault, Trial, strace_or_skip, try_out
from .rehearsed import Company, company
from .sites import Site, Watcher, a_site, published

KINDS = (
    ("fsync", "EIO"),
    ("fdatasync", "EIO"),  # SQLite may be built to use it
    ("rename", "EIO"),
    ("write", "ENOSPC"),
    ("pwrite64", "ENOSPC"),
    ("ftruncate", "ENOSPC"),
    ("openat", "EMFILE"),
)
ROLES = ("desk", "press")


class Misfortunes:
    """A site, an edit after the other, and something that fails in each."""

    def __init__(self, site: Site, desk: Company, press: Company, folder: Path) -> None:
        self._site, self._folder = site, folder
        self._troupes = {"desk": desk, "press": press}
        self._told: list[str] = []
        self.found: Counter[str] = Counter()
        self.fired = self.unhindered = self._serial = 0
        desk.do("lay_out")
        desk.rehearse("try_out")
        press.do("print_once")
        press.rehearse("print_whole", folder / "rehearsal")

    def calls(self, role: str, call: str) -> int:
        """How many of these calls a publish makes, when all goes well."""
        return self._suffer(role, Fault(call)).calls

    def suffer(self, role: str, fault: Fault) -> None:
        """Publish and print with this fault at the desk or in the press, and look at what came of it."""
        trial = self._suffer(role, fault)
        self.fired += trial.fired > 0
        # SQLite says nothing where it only moves its log into its file: the log stays, and it does so the next time.
        unhindered = not self._site.ask("SELECT 1 FROM publishing_change LIMIT 1")
        found = self._look()
        if trial.fired and not trial.told:
            found["silent"] += not unhindered
            self.unhindered += unhindered
        self.found.update(found)
        if found.total():
            print(f"{role}, {fault}: {dict(found)}\n{trial.told}")

    def _suffer(self, role: str, fault: Fault) -> Trial:
        self._serial += 1
        edit = self._do("desk", fault if role == "desk" else Fault(fault.call), "publish_one", self._serial)
        self._told += [line.removeprefix("kept ") for line in edit.told.splitlines() if line.startswith("kept ")]
        return edit if role == "desk" else self._do("press", fault, "print_in_attempts", 2)

    def _do(self, role: str, fault: Fault, deed: str, argument: int) -> Trial:
        return try_out(self._troupes[role], fault, self._folder, deed, argument)

    def _look(self) -> Counter[str]:
        watcher, press = Watcher(self._site.store), self._troupes["press"]
        watcher.look_afresh()
        watcher.close()
        with closing(sqlite3.connect(self._site.folder / "data" / "content.sqlite3")) as content:
            whole = content.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        press.do("print_once")
        press.do("print_whole", self._folder / f"whole-{self._serial}")
        bits, together = published(self._site.store), published(self._folder / f"whole-{self._serial}")
        found = Counter(torn=watcher.torn, mixed=watcher.mixed, lost=edits.lost(self._told, bits))
        return found + Counter(stale=edits.stale(bits, together), unreadable=not whole)


@contextmanager
def misfortunes(folder: Path) -> Iterator[Misfortunes]:
    strace_or_skip(folder)
    (folder / "site").mkdir()
    with a_site(folder / "site") as site:
        names = site.surroundings
        with company("desk", **names) as desk, company("press", **names) as press:
            yield Misfortunes(site, desk, press, folder)


def numbers(last: int, *, whole: bool) -> range:
    """1 … last, or the one in the middle."""
    return range(1, last + 1) if whole else range((last + 1) // 2, (last + 1) // 2 + 1)


def play(folder: Path, *, whole: bool) -> None:
    with misfortunes(folder) as suffered:
        tried: Counter[str] = Counter()
        for call, error in KINDS:
            for role in ROLES:
                last = suffered.calls(role, call)
                for number in numbers(last, whole=whole) if last else ():
                    for lasting in (False, True) if whole else (number % 2 == 0,):
                        suffered.suffer(role, Fault(call, error, number, lasting))
                        tried[call] += 1
            print(f"{call}: {tried[call]} tried")
        fired = f"{suffered.fired} faults fired, {suffered.unhindered} of which hindered nothing"
        print(f"{tried.total()} tried, {fired}: {dict(suffered.found)}")
    assert suffered.fired > tried.total() * 0.9
    assert not suffered.found.total()


@pytest.mark.long
def test_r6_some_of_the_calls_fail(tmp_path):
    play(tmp_path, whole=False)


@pytest.mark.soak
def test_r6_each_of_the_calls_fails(tmp_path):
    play(tmp_path, whole=True)
