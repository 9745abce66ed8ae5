"""One thing that costs too much holds up nothing else (R20)."""

from __future__ import annotations

import errno
import json
import signal
from datetime import timedelta

import pytest

from communique.press.guard import FILE, Guard
from communique.press.questions import question
from communique.press.run import Press
from communique.press.sheets import Copy, Sheet

from .conftest import SHEETS, published

MEGABYTES = 1 << 20


def misbehave(text):
    while text == "hangs":
        pass
    held = [bytes(64 * MEGABYTES) for _ in range(160 if text == "eats" else 0)]
    return f"{text}{len(held) or ''}"


@question
def what_it_says(read, number):
    row = read.row("note", number, columns=("text",))
    return row and row.text


@question
def what_is_made_of_it(read, number):
    row = read.row("note", number, columns=("text",))
    return row and misbehave(row.text)


def _moody(ask, number):
    text = ask(what_it_says, number)
    return None if text is None else Copy(f"/moods/{number}/", body=misbehave(text).encode())


def _asked_moody(ask, number):
    text = ask(what_is_made_of_it, number)
    return None if text is None else Copy(f"/moods/{number}/", body=text.encode())


@pytest.fixture(params=[_moody, _asked_moody], ids=["as it is made", "as it is asked for"])
def press(request, newsroom, press):
    """A press with little patience, and a kind of sheet that may try it."""
    newsroom.sheets = [*SHEETS, Sheet("mood", request.param, each="note")]
    guard = Guard(press.folder, seconds=0.2, room=256 * MEGABYTES)
    patient = Press(newsroom, press.store, press.folder, guard=guard)
    patient.run()
    yield patient
    patient.close()


@pytest.mark.parametrize("vice", ["hangs", "eats"])
def test_r20_what_hangs_or_eats_is_named_and_all_else_comes_out(press, archive, vice):
    archive.do("UPDATE note_all SET title='Wharves', text=? WHERE id=10", vice)
    archive.do("UPDATE note_all SET text='quiet' WHERE id=20")
    run = press.run()
    found = published(press.folder)
    assert (found["/moods/10/"], found["/moods/20/"]) == (b"", b"quiet")  # what stood there stays
    assert b"Wharves" in found["/notes/10/"] and b"Wharves" in found["/list/1/"]
    (failure,) = run.failed
    assert (failure.sheet, failure.key, failure.address) == ("mood", "10", "/moods/10/")
    assert failure.said.english.startswith("To print this takes more ")


def test_r20_it_is_tried_once_an_hour(press, archive, newsroom, caplog):
    archive.do("UPDATE note_all SET text='hangs' WHERE id=10")
    press.run()
    for _ in range(59):
        newsroom.moment += timedelta(minutes=1)
        press.run()
    assert len(caplog.records) == 1 and "10" in caplog.text
    newsroom.moment += timedelta(minutes=2)
    press.run()
    assert len(caplog.records) == 2


def test_r20_once_it_is_mended_it_comes_out(press, archive, newsroom):
    archive.do("UPDATE note_all SET text='hangs' WHERE id=10")
    press.run()
    archive.do("UPDATE note_all SET text='quiet' WHERE id=10")
    newsroom.moment += timedelta(minutes=2)
    assert not press.run().failed
    assert published(press.folder)["/moods/10/"] == b"quiet" and press.store.failures() == []


def test_r20_a_press_that_is_started_anew_remembers(press, archive, newsroom, caplog):
    archive.do("UPDATE note_all SET text='hangs' WHERE id=10")
    press.run()
    told = len(caplog.records)
    again = Press(newsroom, press.store, press.folder)  # one of ordinary patience: it would take half a minute
    assert [failure.key for failure in again.run(full=True).failed] == ["10"]
    assert len(caplog.records) == told
    again.close()


def test_r20_the_process_is_left_as_it_was(press, archive):
    before = signal.getsignal(signal.SIGPROF)
    archive.do("UPDATE note_all SET text='hangs' WHERE id=10")
    press.run()
    assert signal.getsignal(signal.SIGPROF) is before and signal.getitimer(signal.ITIMER_PROF) == (0.0, 0.0)


@pytest.mark.parametrize("rubbish", ["", "[1]", '[{"name": 1}]', json.dumps({"a": 1})])
def test_a_list_that_can_not_be_read_leaves_nothing_out(press, newsroom, rubbish):
    (press.folder / FILE).write_text(rubbish)
    again = Press(newsroom, press.store, press.folder)
    assert not again.run(full=True).failed
    again.close()


def test_r6_a_page_is_not_blamed_for_what_the_machine_lacks(press, archive, newsroom):
    def lack(ask, key):
        raise RuntimeError("a template can't be read") from OSError(errno.EMFILE, "Too many open files")

    newsroom.sheets = [*newsroom.sheets, Sheet("late", lack)]
    with pytest.raises(OSError, match="Too many open files"):
        press.run(full=True)
    assert press.store.failures() == []
