"""A change reprints exactly what it affects."""

from contextlib import suppress
from datetime import UTC, datetime

import pytest

from communique.press.changes import Touched
from communique.press.ledger import Entry
from communique.press.questions import question
from communique.press.shapes import row_token
from communique.press.sheets import Copy, Sheet

from .conftest import published


def test_the_first_run_prints_everything(press):
    run = press.run()
    assert run.full
    assert {"/", "/list/1/", "/list/3/", "/notes/10/", "/subjects/2/"} <= run.printed
    assert "/subjects/3/" not in run.printed


def test_nothing_changed_means_nothing_printed(press):
    first = press.run()
    again = press.run()
    assert (again.edition, again.printed, again.asked) == (first.edition, frozenset(), 0)


def test_an_edited_text_reprints_its_page_alone(press, archive):
    press.run()
    archive.do("UPDATE note_all SET text='deeper' WHERE id=10")
    assert press.run().printed == {"/notes/10/"}


def test_a_new_note_reprints_the_neighbours_whose_gap_it_falls_into(press, archive):
    press.run()
    archive.note(25, "Locks")
    run = press.run()
    assert {a for a in run.printed if a.startswith("/notes/")} == {"/notes/20/", "/notes/25/", "/notes/30/"}


def test_a_new_newest_note_changes_only_the_newest_page_of_the_list(press, archive):
    press.run()
    archive.note(60, "Docks")
    assert {a for a in press.run().printed if a.startswith("/list/")} == {"/list/3/"}


def test_a_changed_title_reaches_all_that_show_it(press, archive):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    assert press.run().printed == {"/notes/10/", "/notes/20/", "/notes/30/", "/list/1/", "/subjects/1/"}


def test_a_hidden_subject_takes_its_notes_along(press, archive, whole, tmp_path):
    press.run()
    archive.subject(2, "Grain", shown=False)
    run = press.run()
    assert {"/notes/40/", "/notes/50/", "/subjects/2/"} <= run.removed
    assert published(tmp_path / "store") == whole()


def test_a_shown_subject_brings_its_notes_back(press, archive, whole, tmp_path):
    archive.note(70, "Secret", subject=3)
    press.run()
    archive.subject(3, "Shown")
    assert "/notes/70/" in press.run().printed
    assert published(tmp_path / "store") == whole()


def test_a_page_whose_time_has_come_is_printed_again(press, newsroom, archive):
    archive.note(10, "Harbours", opens="2026-02-01 00:00:00")
    press.run()
    assert press.next_due() == datetime(2026, 2, 1, tzinfo=UTC)
    newsroom.moment = datetime(2026, 2, 1, tzinfo=UTC)
    assert press.run().printed == {"/notes/10/"}


def test_a_restored_older_database_is_printed_whole(press, newsroom, monkeypatch):
    press.run()
    monkeypatch.setattr("tests.press.engine.conftest.View.mark", lambda self: ("another", 1))
    assert press.run().cause == "another content database"


def test_an_older_store_is_printed_whole(press, newsroom):
    press.run()
    newsroom.edition = 7
    assert press.run().cause == "the store is older than the content database"


def test_new_code_prints_everything_but_keeps_what_is_the_same(press, newsroom):
    press.run()
    newsroom.fingerprint = "2"
    run = press.run()
    assert run.full and not run.printed and "/" in run.unchanged


def test_a_sheet_that_fails_keeps_its_last_good_version_and_is_told(press, archive, newsroom, tmp_path):
    press.run()
    before = published(tmp_path / "store")["/notes/10/"]
    archive.do("UPDATE note_all SET opens='rubbish', title='Broken' WHERE id=10")
    run = press.run()
    assert [failure.key for failure in run.failed] == ["10"]
    assert published(tmp_path / "store")["/notes/10/"] == before
    assert "/notes/20/" in run.printed
    archive.note(10, "Mended")
    assert press.run().failed == () and press.store.failures() == []


def test_a_crash_after_the_edition_and_before_the_ledger_is_harmless(press, archive, monkeypatch, whole, tmp_path):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    monkeypatch.setattr("communique.press.ledger.Ledger.commit", _raise)
    with suppress(KeyboardInterrupt):
        press.run()
    monkeypatch.undo()
    press.run()
    assert published(tmp_path / "store") == whole()


def _raise(*_):
    raise KeyboardInterrupt


def test_a_question_that_passes_from_one_sheet_to_another_in_a_run_stays_known(press, archive, whole, tmp_path):
    """The first sheet no longer asks what the second begins to ask."""
    press.run()
    ledger = press.ledger
    one, other = ledger.sheet("note", 10), ledger.sheet("note", 20)
    question = ledger.touched(_row("note", 10))[0].id
    ledger.enter_sheet(Entry("note", 10, one.claims))
    ledger.enter_sheet(Entry("note", 20, other.claims, [question]))
    ledger.commit()
    assert [asked.id for asked in ledger.touched(_row("note", 10))].count(question) == 1


def _row(table, key):
    return Touched(tokens={row_token(table, key)})


def test_what_nothing_touched_is_not_asked_again(press, archive, whole, tmp_path):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    first = press.run()
    archive.do("UPDATE note_all SET title='Docks' WHERE id=20")
    second = press.run()
    assert second.printed == first.printed
    assert 0 < second.asked < first.asked
    assert published(tmp_path / "store") == whole()


def test_a_press_that_closed_its_ledger_asks_anew(press, archive, whole, tmp_path):
    press.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    first = press.run()
    press.close()
    archive.do("UPDATE note_all SET title='Docks' WHERE id=20")
    assert press.run().asked == first.asked
    assert published(tmp_path / "store") == whole()


def test_no_sheet_takes_the_name_that_files_are_entered_by():
    with pytest.raises(ValueError, match="No sheet can be called 'media'"):
        Sheet("media", lambda ask, key: None)


def test_an_answer_that_is_not_plain_fails_its_sheet_alone(press, archive, whole, tmp_path):
    press.run()
    archive.do("UPDATE note_all SET title=x'00' WHERE id=20")
    archive.do("UPDATE note_all SET text='deeper' WHERE id=50")
    run = press.run()
    assert "/notes/50/" in run.printed
    assert {failure.key for failure in run.failed if failure.sheet == "note"} == {"10", "20", "30"}
    assert "not JSON serializable" in run.failed[0].reason
    archive.note(20, "Quays")
    assert press.run().failed == ()
    assert published(tmp_path / "store") == whole()


def test_a_question_is_asked_with_what_the_ledger_can_keep(press, newsroom):
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    newsroom.sheets = [*newsroom.sheets, Sheet("day", lambda ask, key: Copy("/day/", body=ask(on, moment)))]
    (failure,) = press.run().failed
    assert (failure.sheet, "not JSON serializable: datetime" in failure.reason) == ("day", True)


@question
def on(read, moment):
    return str(moment)
