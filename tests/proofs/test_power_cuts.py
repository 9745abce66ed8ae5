"""The power cut while desk and press write (R2, R13): nothing unreadable, torn, mixed, lost or stale afterwards."""

from __future__ import annotations

import os
import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest

from communique.press.sqlite import DatabaseError
from communique.press.store import StoreIsDamaged
from tests.waiting import until

from . import deeds, edits
from .disks import CuttableDisk, cuttable_disk, or_skip
from .rehearsed import Company, company
from .sites import Site, Watcher, a_site, published

SEED = int(os.environ.get("COMMUNIQUE_TEST_SEED", "0")) or random.SystemRandom().randrange(1 << 32)
LONGEST = 0.3  # seconds between an acknowledged edit and a cut, at most
KINDS = ("unreadable", "torn", "mixed", "lost", "stale")


class Blackouts:
    """A desk that publishes without end and a press that prints it, on a disk; and what its cuts would leave."""

    def __init__(self, disk: CuttableDisk, site: Site, outside: Path) -> None:
        self._disk, self._site, self._dice = disk, site, random.Random(SEED)
        self._acknowledged = outside / "acknowledged"
        self._whole = outside / "whole"
        self._survivor = Site(disk.after / "site", {**site.surroundings, "COMMUNIQUE_SITE": str(disk.after / "site")})
        self.found: Counter[str] = Counter()
        self.cuts = self.acknowledged = self.amid = 0

    @contextmanager
    def at_work(self, publish: str) -> Iterator[None]:
        """For as long as desk and press are at work."""
        with ExitStack() as hired:
            desk, press = (hired.enter_context(company(role, **self._site.surroundings)) for role in ("desk", "press"))
            desk.do("lay_out")
            press.do("print_once")
            os.sync()
            self._recovery = hired.enter_context(self._recovering())
            lives = [press.begin("watch"), desk.begin(publish, SEED, 0, self._acknowledged)]
            yield
            for life in lives:
                life.stop()

    def cut(self) -> None:
        """Cut the power at some moment, and look at what is left."""
        before = len(edits.acknowledged(self._acknowledged))
        until(lambda: len(edits.acknowledged(self._acknowledged)) > before)
        time.sleep(self._dice.uniform(0, LONGEST))  # the moment of the cut is what is tried here
        told = edits.acknowledged(self._acknowledged)
        self._disk.cut()
        self.cuts, self.acknowledged = self.cuts + 1, len(told)
        with self._disk.after_the_cut():
            try:
                self._look(told)
            except (StoreIsDamaged, DatabaseError, sqlite3.DatabaseError) as unreadable:
                print(f"cut {self.cuts}: {unreadable}")
                self.found["unreadable"] += 1

    def _look(self, told: list[str]) -> None:
        watcher = Watcher(self._survivor.store)
        watcher.look_afresh()
        watcher.close()
        with closing(sqlite3.connect(self._survivor.folder / "data" / "content.sqlite3")) as content:
            assert content.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            self.amid += content.execute("SELECT count(*) FROM publishing_change").fetchone()[0] > 0
        self._recovery.do("print_once")
        self._recovery.do("print_whole", self._whole / str(self.cuts))
        bits = published(self._survivor.store)
        self.found.update(torn=watcher.torn, mixed=watcher.mixed, lost=edits.lost(told, bits))
        self.found["stale"] += edits.stale(bits, published(self._whole / str(self.cuts)))

    @contextmanager
    def _recovering(self) -> Iterator[Company]:
        """Processes that are ready to go on where the disk was cut."""
        self._disk.cut()
        with ExitStack() as hired:
            with self._disk.after_the_cut():
                ready = hired.enter_context(company("press", **self._survivor.surroundings))
                ready.rehearse("print_whole", self._whole / "rehearsal")
            yield ready


def play(folder: Path, cuts: int, publish: str = "publish") -> Blackouts:
    """So many cuts of the power, and what was found after them."""
    print(f"seed {SEED}")
    with or_skip(), cuttable_disk(folder) as disk, a_site(disk.place / "site") as site:
        blackouts = Blackouts(disk, site, folder)
        with blackouts.at_work(publish):
            for _ in range(cuts):
                blackouts.cut()
    told = {kind: blackouts.found[kind] for kind in KINDS}
    print(f"{blackouts.cuts} cuts, {blackouts.acknowledged} edits, {blackouts.amid} cuts amid printing: {told}")
    assert blackouts.acknowledged > cuts
    return blackouts


@pytest.mark.long
def test_r13_five_power_cuts(tmp_path):
    assert not play(tmp_path, 5).found.total(), f"seed {SEED}"


@pytest.mark.soak
def test_r13_two_hundred_power_cuts(tmp_path):
    assert not play(tmp_path, 200).found.total(), f"seed {SEED}"


@pytest.mark.soak
def test_r13_what_a_hasty_database_loses_is_found(tmp_path):
    """Else the proofs above would prove nothing."""
    assert play(tmp_path, 3, "publish_in_haste").found.total()


def test_r2_an_uploaded_file_is_whole_after_a_power_cut(tmp_path):
    with or_skip(), cuttable_disk(tmp_path) as disk, a_site(disk.place / "site") as site:
        with company("desk", **site.surroundings) as desk:
            desk.do("upload", tmp_path / "acknowledged")
            disk.cut()
        with disk.after_the_cut():
            uploads = disk.after / "site" / "data" / "uploads"
            for number, line in enumerate((tmp_path / "acknowledged").read_text().splitlines()):
                assert (uploads / line.split()[0]).read_bytes() == deeds.paper(number)
