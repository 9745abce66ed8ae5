"""Storage that takes its time with every call (R6): nothing torn, lost, stale or refused, whoever reads."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.waiting import until

from . import edits
from .failing_calls import slowed, strace_or_skip
from .rehearsed import company
from .sites import Readers, Watcher, a_site, published, running

MOVED = 301
SLOW = ("fsync", "fdatasync", "rename", "write", "pwrite64", "pread64", "ftruncate", "unlink")


def play(folder: Path, server: str, *, milliseconds: int, wanted: int) -> None:
    strace_or_skip(folder)
    told = folder / "acknowledged"
    with ExitStack() as hired:
        site = hired.enter_context(a_site(folder / "site", server))
        desk, press = (hired.enter_context(company(role, **site.surroundings)) for role in ("desk", "press"))
        desk.do("lay_out")
        press.do("print_once")
        port = hired.enter_context(running(site, "reader"))
        readers, watcher = Readers(site, port), Watcher(site.store)
        printing, editing = press.begin("watch"), desk.begin("publish", 1, 0, told)
        with (
            slowed(printing, SLOW, milliseconds, folder / "press"),
            slowed(editing, SLOW, milliseconds, folder / "desk"),
        ):
            while len(edits.acknowledged(told)) < wanted or watcher.editions < 2:
                assert not editing.is_over(), "The desk gave up."
                until(watcher.look)
                assert readers.turned_away(MOVED) == []
            editing.stop()
            until(lambda: not site.ask("SELECT 1 FROM publishing_change LIMIT 1"))
            printing.stop()
        watcher.look()
        watcher.close()
        press.do("print_whole", folder / "whole")
    kept, bits, together = edits.acknowledged(told), published(site.store), published(folder / "whole")
    held = sum(log.read_text().count("(DELAYED)") for log in (folder / "press", folder / "desk"))
    found = (watcher.torn, watcher.mixed, edits.stale(bits, together), edits.lost(kept, bits))
    summary = "{} torn, {} mixed, {} stale, {} lost".format(*found)
    print(f"{len(kept)} edits, {held} calls held up, {watcher.editions} editions looked at: {summary}")
    assert found == (0, 0, 0, 0), summary
    assert held > wanted


@pytest.mark.long
def test_r6_storage_is_slow(tmp_path):
    play(tmp_path, "", milliseconds=2, wanted=3)


@pytest.mark.soak
def test_r6_storage_is_slow_for_long(tmp_path):
    play(tmp_path, "", milliseconds=20, wanted=40)


@pytest.mark.soak
@pytest.mark.postgres
def test_r6_storage_is_slow_for_long_on_postgresql(tmp_path, postgres):
    play(tmp_path, postgres, milliseconds=20, wanted=40)
