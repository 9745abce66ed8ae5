"""A full disk (R10): readers notice nothing, saves are refused in words and never half kept, and printing resumes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing

import pytest

from tests.waiting import free_port, until

from . import edits
from .conftest import copied
from .disks import SmallDisk, or_skip, small_disk
from .failing_calls import Slate
from .rehearsed import company
from .sites import Readers, published, running

pytestmark = pytest.mark.together("printed")

INSUFFICIENT_STORAGE = 507


@pytest.fixture
def disk(tmp_path) -> Iterator[SmallDisk]:
    with or_skip(), small_disk(tmp_path / "disk", "48m") as disk:
        yield disk


def test_r10_a_full_disk_keeps_editors_waiting_and_nobody_else(printed_site, tmp_path, disk):
    site = copied(printed_site, disk.place / "site")
    slate = Slate(tmp_path / "slate")

    def told() -> list[dict]:
        return [json.loads(line) for line in slate.read().splitlines()]

    with ExitStack() as hired:
        port = hired.enter_context(running(site, "reader", COMMUNIQUE_RUN_DESK_PORT=str(free_port())))
        desk, press = (hired.enter_context(company(role, **site.surroundings)) for role in ("desk", "press"))
        readers, watching = Readers(site, port), press.begin("watch")
        editor = desk.begin("edit_until_refused", tmp_path / "slate")
        until(editor.is_halted)
        disk.fill()
        editor.go_on()
        *kept, refused = told()
        assert refused["status"] == INSUFFICIENT_STORAGE and "no space left" in refused["said"], refused
        assert refused["newest"] == (kept[-1]["title"] if kept else refused["before"])
        assert readers.turned_away() == []
        with closing(sqlite3.connect(site.folder / "data" / "content.sqlite3")) as content:
            assert content.execute("PRAGMA quick_check").fetchall() == [("ok",)]
        disk.make_space()
        editor.go_on()
        last = told()[-1]
        assert last["status"] == 302 and last["newest"] == last["title"]
        until(lambda: not site.ask("SELECT 1 FROM publishing_change LIMIT 1"))
        watching.stop()
        assert readers.turned_away() == []
        assert last["title"].encode() in b"".join(body for *_, body in published(site.store).values() if body)
        press.do("print_whole", tmp_path / "whole")
        assert edits.stale(published(site.store), published(tmp_path / "whole")) == 0
        print(f"{len(kept)} saves kept on the full disk, then refused: {refused['said'][:90]}")


@pytest.mark.parametrize("harm", [SmallDisk.fill, SmallDisk.protect])
def test_r10_a_reader_that_is_started_on_a_disk_that_takes_nothing_answers(printed_site, disk, harm):
    site = copied(printed_site, disk.place / "site")
    (site.folder / "data" / "run").mkdir(exist_ok=True)  # it has run before
    harm(disk)
    with running(site, "reader", COMMUNIQUE_RUN_DESK_PORT=str(free_port())) as port:
        assert Readers(site, port).turned_away() == []


@pytest.mark.soak
def test_r10_a_site_that_is_started_on_a_full_disk_answers_its_readers_and_prints_when_there_is_room(
    printed_site, disk
):
    site = copied(printed_site, disk.place / "site")
    with closing(sqlite3.connect(site.folder / "data" / "content.sqlite3")) as content:
        content.execute("UPDATE wagtailcore_page SET title = title || ' anew'")
        content.commit()
    disk.fill()
    with running(site, "serve") as port:
        readers = Readers(site, port)
        assert readers.turned_away() == []
        disk.make_space()
        until(lambda: not site.ask("SELECT 1 FROM publishing_change LIMIT 1"))
        assert readers.turned_away() == []
