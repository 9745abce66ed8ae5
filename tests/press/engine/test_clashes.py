"""An address is one sheet's: of several that want it, always the same one has it, in whatever order they came."""

import pytest

from communique.press.questions import question
from communique.press.sheets import Copy, Sheet

from .conftest import SHEETS, published


@question
def title_of(read, number):
    row = read.row("note", number, columns=("title",))
    return row.title if row else None


@question
def name_of(read, number):
    row = read.row("subject", number, columns=("name",))
    return row.name if row else None


def _at(ask, asked, number, word):
    name = ask(asked, number)
    return None if name is None else Copy(f"/named/{name}/", body=f"{word} {number}".encode())


CLASHING = [
    Sheet("redirect", lambda ask, number: _at(ask, title_of, number + 1, "see"), each="note", yields=True),
    *SHEETS,
    Sheet("named note", lambda ask, number: _at(ask, title_of, number, "note"), each="note"),
    Sheet("named subject", lambda ask, number: _at(ask, name_of, number, "subject"), each="subject"),
]


@pytest.fixture
def newsroom(newsroom):
    newsroom.sheets = CLASHING
    return newsroom


@pytest.fixture
def stands(press, tmp_path):
    def stands(address):
        return published(tmp_path / "store").get(address, b"").decode()

    return stands


def test_the_first_declared_has_it_and_the_other_is_told(press, archive, stands):
    archive.subject(1, "Quays")
    run = press.run()
    assert stands("/named/Quays/") == "note 20"
    assert [(one.sheet, one.key) for one in run.failed] == [("named subject", "1")]
    assert run.failed[0].said.english == "/named/Quays/ is the address of another page already (named note 20)."


def test_who_comes_later_doesnt_take_it(press, archive, stands, whole, tmp_path):
    press.run()
    archive.subject(1, "Quays")
    press.run()
    assert stands("/named/Quays/") == "note 20"
    assert published(tmp_path / "store") == whole()


def test_who_comes_later_takes_it_if_declared_first(press, archive, stands):
    archive.subject(1, "Quays")
    archive.do("DELETE FROM note_all WHERE title='Quays'")
    press.run()
    assert stands("/named/Quays/") == "subject 1"
    archive.note(90, "Quays")
    assert [one.sheet for one in press.run().failed] == ["named subject"]
    assert stands("/named/Quays/") == "note 90"


@pytest.mark.parametrize("leaving", ["DELETE FROM note_all WHERE id=20", "UPDATE note_all SET title='x' WHERE id=20"])
def test_when_it_is_left_the_next_one_has_it_at_once(press, archive, stands, leaving):
    archive.subject(1, "Quays")
    press.run()
    archive.do(leaving)
    assert press.run().failed == ()
    assert stands("/named/Quays/") == "subject 1"
    assert press.store.failures() == []


def test_what_yields_stands_back_without_a_word_and_returns(press, archive, stands):
    press.run()
    archive.note(21, "Berths")
    press.run()
    assert stands("/named/Berths/") == "note 21"
    archive.do("UPDATE note_all SET title='Cargo' WHERE id=20")
    archive.note(11, "Harbours")
    run = press.run()
    assert (stands("/named/Harbours/"), run.failed[0].key) == ("note 10", "11")
    archive.do("DELETE FROM note_all WHERE id=11")
    assert press.run().failed == ()
    assert stands("/named/Harbours/") == "note 10"


def test_a_sheet_that_fails_gives_its_place_to_one_that_does_not(press, archive, stands, whole, tmp_path):
    archive.subject(1, "Quays")
    press.run()
    archive.do("UPDATE note_all SET title=x'00' WHERE id=20")
    run = press.run()
    assert stands("/named/Quays/") == "subject 1"
    assert "20" in {one.key for one in run.failed if one.sheet == "named note"}
    archive.note(20, "Quays")
    press.run()
    assert published(tmp_path / "store") == whole()
