"""Killed at any moment, desk or press: nothing torn, nothing mixed, nothing stale, nothing lost."""

from __future__ import annotations

import os
import random
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.waiting import until

from . import edits
from .rehearsed import Company, Life, company
from .sites import Site, Watcher, a_site, published

SEED = int(os.environ.get("COMMUNIQUE_TEST_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
LONGEST = 0.3  # seconds that a victim is left alive, at most, once edits are being published


class Tragedy:
    """A desk that publishes without end, a press that prints it, and somebody who kills them."""

    def __init__(self, site: Site, desk: Company, press: Company) -> None:
        self.site, self.dice = site, random.Random(SEED)
        self._desk_company, self._press_company = desk, press
        self._acknowledged = site.folder / "acknowledged"
        self._desk: Life | None = None
        self._press: Life | None = None
        self.kills = self.stale = self.lost = 0
        desk.do("lay_out")
        desk.rehearse("try_out")
        press.do("print_once")
        press.rehearse("print_whole", site.folder / "rehearsal")
        self.watcher = Watcher(site.store)

    def act(self, victim: str) -> None:
        """One death, and what is found after it."""
        self._open()
        before = len(self.acknowledged())
        until(lambda: len(self.acknowledged()) > before)
        self._watch_for(self.dice.uniform(0, LONGEST))
        self._kill(victim)
        self.watcher.look_afresh()
        if victim == "press":
            self._open()
            self._watch_for(self.dice.uniform(0, LONGEST / 2))
            self._desk.stop()
        self._desk = None
        until(self._drained)
        self._compare()

    def close(self) -> None:
        """The end."""
        if self._press:
            self._press.stop()
            self._press = None

    def acknowledged(self) -> list[str]:
        """What the desk was told is kept."""
        return edits.acknowledged(self._acknowledged)

    def _open(self) -> None:
        self._press = self._press or self._press_company.begin("watch")
        if self._desk is None:
            serial = int(self.acknowledged()[-1].split()[-1]) + 1 if self.acknowledged() else 0
            number = self.dice.getrandbits(32)
            self._desk = self._desk_company.begin("publish", number, serial, self._acknowledged)

    def _kill(self, victim: str) -> None:
        life = self._desk if victim == "desk" else self._press
        life.kill()
        self.kills += 1
        if victim == "press":
            self._press = None

    def _watch_for(self, seconds: float) -> None:
        moment = time.monotonic() + seconds
        while time.monotonic() < moment:
            self.watcher.look()
            time.sleep(0.001)  # the moment of death is what is tried here

    def _drained(self) -> bool:
        self.watcher.look()
        return not self.site.ask("SELECT 1 FROM publishing_change LIMIT 1")

    def _compare(self) -> None:
        self.watcher.look()
        folder = self.site.folder / f"whole-{self.kills}"
        self._press_company.do("print_whole", folder)
        bits = published(self.site.store)
        self.stale += edits.stale(bits, published(folder))
        self.lost += edits.lost(self.acknowledged(), bits)


@contextmanager
def a_tragedy(folder: Path, server: str):
    with a_site(folder, server) as site:
        names = site.surroundings
        with company("desk", **names) as desk, company("press", **names) as press:
            tragedy = Tragedy(site, desk, press)
            yield tragedy
            tragedy.close()


def play(folder: Path, server: str, kills: int) -> None:
    print(f"seed {SEED}")
    with a_tragedy(folder, server) as tragedy:
        for act in range(kills):
            tragedy.act(("press", "desk")[act % 2])
    watcher, kept = tragedy.watcher, len(tragedy.acknowledged())
    found = (watcher.torn, watcher.mixed, tragedy.stale, tragedy.lost)
    told = "{} torn, {} mixed, {} stale, {} lost".format(*found)
    print(f"{tragedy.kills} kills, {kept} edits, {watcher.editions} looks, {watcher.reads} reads: {told}")
    assert found == (0, 0, 0, 0), f"seed {SEED}: {told}"
    assert kept > kills


@pytest.mark.long
def test_twenty_kills_on_sqlite(tmp_path):
    play(tmp_path, "", 20)


@pytest.mark.long
@pytest.mark.postgres
def test_twenty_kills_on_postgresql(tmp_path, postgres):
    play(tmp_path, postgres, 20)


@pytest.mark.soak
def test_five_hundred_kills_on_sqlite(tmp_path):
    play(tmp_path, "", 500)


@pytest.mark.soak
@pytest.mark.postgres
def test_five_hundred_kills_on_postgresql(tmp_path, postgres):
    play(tmp_path, postgres, 500)
