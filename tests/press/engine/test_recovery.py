"""What the press finds at its start, or in the middle of its work, and can't count on: it prints everything."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest

from communique.press import disk, sqlite
from communique.press.run import LEDGER, Press

from .conftest import published


class Died(BaseException):
    """The process ended here."""


def die(*_, **__):
    raise Died


@pytest.fixture
def again(newsroom, press):
    """The press, started anew."""

    def again():
        press.close()
        return Press(newsroom, press.store, press.folder)

    return again


@pytest.mark.parametrize(
    "moment",
    ["communique.press.ledger.Ledger.commit", "tests.press.engine.conftest.Newsroom.settle"],
)
def test_who_died_after_an_edition_replays_its_changes(press, again, archive, newsroom, monkeypatch, whole, moment):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    with monkeypatch.context() as patch, suppress(Died):
        patch.setattr(moment, die)
        press.run()
    archive.do("UPDATE note_all SET text='deeper' WHERE id=10")
    run = again().run()
    assert (run.full, run.printed) == (False, {"/notes/10/"})
    assert published(press.folder) == whole()


def test_a_database_that_is_one_edition_older_is_noticed(press, archive, newsroom, whole):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    press.run()
    archive.do("UPDATE note_all SET title='Quays' WHERE id=20")  # as it was, and nobody told the press
    archive.do("DELETE FROM change")
    newsroom.edition -= 1
    run = press.run()
    assert run.cause == "the content database is older than edition 2"
    assert published(press.folder) == whole()


def test_edits_made_after_the_database_went_back_hide_nothing(press, archive, newsroom, whole):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    press.run()
    archive.do("UPDATE note_all SET title='Quays' WHERE id=20")
    archive.do("DELETE FROM change")
    archive.do("UPDATE sqlite_sequence SET seq = seq - 2 WHERE name='change'")
    archive.do("UPDATE note_all SET text='deeper' WHERE id=10")  # its change has the number of the one that is lost
    newsroom.edition -= 1
    assert press.run().full
    assert published(press.folder) == whole()


def test_going_back_to_an_earlier_edition_stays_until_something_changes(press, archive):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    press.run()
    press.store.rollback_to(1)
    assert (press.run().full, press.store.current().number) == (False, 3)


def test_a_clock_set_back_prints_everything(press, archive, newsroom, whole):
    archive.note(10, "Harbours", opens="2026-02-01 00:00:00")
    press.run()
    newsroom.moment = datetime(2027, 1, 1, tzinfo=UTC)
    press.run()
    newsroom.moment = datetime(2026, 1, 1, tzinfo=UTC)
    run = press.run()
    assert (run.cause, run.printed) == ("the clock was set back", {"/notes/10/"})
    assert published(press.folder) == whole()


def test_a_clock_that_is_put_right_by_seconds_is_no_reason(press, newsroom):
    press.run()
    newsroom.moment -= timedelta(seconds=30)
    assert not press.run().full


@pytest.mark.parametrize("rubbish", [b"", b"rubbish" * 2000])
def test_a_ledger_that_is_no_ledger_is_made_anew(press, again, archive, whole, rubbish):
    press.run()
    press.close()
    (press.folder / LEDGER).write_bytes(rubbish)
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    assert again().run().cause == "no ledger"
    assert published(press.folder) == whole()


def test_a_ledger_damaged_in_its_middle_is_made_anew(press, again, archive, whole):
    press.run()
    press.close()
    whole_ledger = (press.folder / LEDGER).read_bytes()
    (press.folder / LEDGER).write_bytes(whole_ledger[:8192] + b"\xff" * (len(whole_ledger) - 8192))
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    assert again().run().cause == "no ledger"
    assert published(press.folder) == whole()


def test_a_ledger_of_another_format_is_made_anew(press, again):
    press.run()
    press.ledger.state("format", "2")
    press.ledger.commit()
    assert again().run().cause == "no ledger"


def test_a_new_ledger_is_on_the_disk_before_it_is_in_place(press, monkeypatch):
    """Else a power cut could leave rubbish where the changes are struck already."""
    done = []
    fsync, replace = disk.os.fsync, sqlite.Path.replace
    monkeypatch.setattr(disk.os, "fsync", lambda file: (done.append("fsync"), fsync(file)))
    monkeypatch.setattr(
        sqlite.Path, "replace", lambda *paths: (done.append(f"replace {paths[1].name}"), replace(*paths))
    )
    settle = press.newsroom.settle
    monkeypatch.setattr(press.newsroom, "settle", lambda *told: (done.append("settle"), settle(*told)))
    press.run()
    in_place = done.index("replace ledger.sqlite3")
    assert done[in_place - 1 : in_place + 3] == ["fsync", "replace ledger.sqlite3", "fsync", "settle"]
