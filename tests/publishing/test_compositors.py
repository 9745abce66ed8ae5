"""A full print by several processes is the one that a single process makes (design §7, P5)."""

from __future__ import annotations

import os
import random
import signal

import pytest

from communique.press import compositors, everything
from communique.press.compositors import CompositorLost
from communique.press.guard import Guard
from communique.press.run import Press
from communique.press.source import MomentPassed
from communique.press.store import Store
from communique.publishing.newsroom import SiteNewsroom

from .newsroom import Newsroom
from .pressroom import published


@pytest.fixture
def site(window, monkeypatch):
    """A small site whose full prints are worth several processes."""
    monkeypatch.setattr(everything, "WORTHWHILE", 1)
    monkeypatch.setattr(compositors, "BATCH", 3)
    return SiteNewsroom(window)


@pytest.fixture(autouse=True)
def cast(transactional_db):
    """A small site that has seen some work."""
    cast = Newsroom(random.Random(1))
    cast.open()
    cast.work(10)
    return cast


def full(newsroom, folder, processes, **more):
    with Store.open(folder, writer="test") as store:
        press = Press(newsroom, store, folder, processes=processes, **more)
        try:
            return press.run(full=True)
        finally:
            press.close()


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_print_what_one_prints(site, tmp_path, processes):
    alone = full(site, tmp_path / "alone", 1)
    together = full(site, tmp_path / "together", processes)
    assert published(tmp_path / "together") == published(tmp_path / "alone")
    assert together.printed == alone.printed


def test_what_several_processes_noted_is_enough_to_print_what_changes_later(site, cast, tmp_path):
    folder = tmp_path / "store"
    with Store.open(folder, writer="test") as store:
        press = Press(site, store, folder, processes=2)
        press.run(full=True)
        for _ in range(5):
            cast.work(3)
            press.run()
        press.close()
    full(site, tmp_path / "whole", 1)
    assert published(folder) == published(tmp_path / "whole")


@pytest.mark.alike
def test_a_lost_compositor_ends_the_run_and_the_old_edition_stays(site, tmp_path, monkeypatch):
    full(site, tmp_path / "store", 1)
    before = published(tmp_path / "store")
    monkeypatch.setattr(compositors, "_proofs", lambda *_: os.kill(os.getpid(), signal.SIGKILL))
    with pytest.raises(CompositorLost, match="signal 9"):
        full(site, tmp_path / "store", 2)
    assert published(tmp_path / "store") == before


@pytest.mark.alike
def test_r20_what_hangs_in_a_compositor_is_left_out_and_all_else_is_printed(site, tmp_path, monkeypatch):
    addresses = full(site, tmp_path / "store", 1).printed
    hanging = next(address for address in sorted(addresses) if address.startswith("/") and address.endswith("/"))
    set_type = SiteNewsroom.set_type

    def hang(newsroom, copy):
        while copy.address == hanging:
            pass
        return set_type(newsroom, copy)

    monkeypatch.setattr(SiteNewsroom, "set_type", hang)
    guard = Guard(tmp_path / "store", seconds=1.0)
    run = full(site, tmp_path / "store", 2, guard=guard)
    assert [failure.address for failure in run.failed] == [hanging]
    assert run.unchanged | {hanging} == addresses


@pytest.mark.alike
def test_where_the_moment_has_passed_the_press_prints_alone(site, tmp_path, monkeypatch):
    def passed(self, *_):
        raise MomentPassed("Something was published meanwhile.")

    monkeypatch.setattr(compositors.Compositors, "_hear", passed)
    assert full(site, tmp_path / "store", 2).printed


def test_a_change_after_the_moment_is_noticed_where_moments_cannot_be_shared(site, window):
    if window.vendor != "sqlite":
        pytest.skip("PostgreSQL shows one transaction what another sees")
    with pytest.raises(MomentPassed), site.snapshot("1"):
        pass
