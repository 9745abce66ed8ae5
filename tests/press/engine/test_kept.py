"""What the press remembers from one run to the next is what it would find out again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.press import kept as keeping
from communique.press.questions import all_made, question, question_ahead
from communique.press.sheets import Copy, Sheet

from .conftest import SHEETS, published

made = []


@question
def title(read, number):
    row = read.row("note", number, columns=("title", "text"))
    if row is not None and row.text == "torn":
        raise ValueError("it can't be read")
    return None if row is None else row.title


def _card(ask, number):
    made.append(number)
    return ask(title, number)


def _cards(ask, key):
    return Copy("/cards/", body=repr(all_made(ask, ((_card, number) for number in (10, 20, 30)))).encode())


@pytest.fixture
def kept(press, newsroom):
    newsroom.sheets = [*SHEETS, Sheet("cards", _cards)]
    press.run()
    press.run()  # the first one prints all, and leaves its memory with its ledger
    made.clear()
    return press


def test_n1_a_piece_is_made_again_when_an_answer_it_was_made_of_differs(kept, archive, whole, tmp_path):
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    kept.run()
    archive.do("UPDATE note_all SET title='Moorings' WHERE id=20")
    made.clear()
    kept.run()
    assert made == [20]
    assert published(tmp_path / "store") == whole()


def test_n1_a_piece_that_something_failed_for_is_made_again(kept, archive, whole, tmp_path):
    archive.do("UPDATE note_all SET text='torn' WHERE id=20")
    kept.run()
    archive.do("UPDATE note_all SET title='Berths' WHERE id=10")
    made.clear()
    kept.run()
    assert made == [10, 20]
    assert published(tmp_path / "store") == whole()


def test_n1_a_piece_goes_with_the_questions_that_nobody_asks_any_more(kept, archive):
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    kept.run()
    kept.newsroom.sheets = SHEETS
    kept.ledger.strike_sheet(kept.ledger.sheet("cards", ""))
    archive.do("UPDATE note_all SET title='Moorings' WHERE id=20")
    kept.run()
    assert not any(making[0] is _card for making in kept._kept.pieces)


def test_n1_a_piece_goes_with_a_struck_question_though_its_answer_was_dropped_before(kept, archive, monkeypatch):
    monkeypatch.setattr(keeping, "ANSWERS", 1)
    archive.do("UPDATE note_all SET title='Berths' WHERE id=20")
    kept.run()
    kept.newsroom.sheets = SHEETS
    kept.ledger.strike_sheet(kept.ledger.sheet("cards", ""))
    archive.do("UPDATE note_all SET text='deeper' WHERE id=40")
    kept.run()
    assert not [making for making in kept._kept.pieces if making[0] is _card]


def drafted(archive):
    """A change of what can't be seen."""
    archive.note(90, "Draft", subject=3)


def waiting(archive):
    return archive.db.execute("SELECT count(*) FROM change").fetchone()[0]


def test_n1_changes_that_print_nothing_wait_for_the_next_run_and_are_looked_at_once(press, archive):
    press.run()
    drafted(archive)
    assert press.run(at_leisure=True).asked
    assert waiting(archive) == 1
    assert press.run(at_leisure=True).asked == 0
    assert waiting(archive) == 0


def test_n1_they_go_with_the_next_ones_that_are_printed(press, archive):
    press.run()
    drafted(archive)
    press.run(at_leisure=True)
    archive.do("UPDATE note_all SET text='deeper' WHERE id=10")
    assert press.run(at_leisure=True).printed == {"/notes/10/"}
    assert waiting(archive) == 0


def test_n1_without_leisure_nothing_stays_waiting(press, archive):
    press.run()
    drafted(archive)
    press.run()
    assert waiting(archive) == 0


@given(st.lists(st.one_of(
    st.tuples(st.just("piece"), st.integers(0, 5), st.frozensets(st.integers(0, 6), max_size=3)),
    st.tuples(st.just("outdate"), st.just(0), st.frozensets(st.integers(0, 6), max_size=2)),
)))  # fmt: skip
def test_n1_the_pieces_made_of_an_answer_go_with_it_and_no_others(deeds):
    kept, pieces = keeping.Kept(), {}
    for deed, number, questions in deeds:
        if deed == "piece":
            kept.piece((_card, number), ("made", questions))
            pieces[_card, number] = ("made", questions)
        else:
            kept.outdate(questions)
            pieces = {making: piece for making, piece in pieces.items() if piece[1].isdisjoint(questions)}
        assert kept.pieces == pieces
    kept.outdate(range(7))
    assert not kept._made_of


counted = []


@question_ahead
def so_many(read, subject):
    counted.append(subject)
    return read.count("note", subject=subject)


def _counts(ask, key):
    return Copy("/counts/", body=f"{ask(so_many, 1)} {ask(so_many, 2)} {ask(title, 10)}".encode())


@pytest.fixture
def idle(press, newsroom):
    """A press that has begun anew, and has nothing to do."""
    newsroom.sheets = [*SHEETS, Sheet("counts", _counts), Sheet("cards", _cards, ahead=True)]
    press.run()
    press.close()
    counted.clear()
    made.clear()
    return press


def test_n1_what_takes_long_is_asked_while_there_is_nothing_to_do(idle, archive, whole, tmp_path):
    assert not idle.run(at_leisure=True, busy=lambda: False).printed
    assert sorted(counted) == [1, 2]
    assert sorted(made) == [10, 20, 30]
    archive.do("UPDATE note_all SET title='Berths' WHERE id=10")
    assert {"/counts/", "/cards/"} < idle.run(at_leisure=True, busy=lambda: False).printed
    assert sorted(counted) == [1, 2] and sorted(made) == [10, 10, 20, 30]
    assert published(tmp_path / "store") == whole()


def test_n1_what_was_asked_ahead_is_asked_again_when_it_may_differ(idle, archive, whole, tmp_path):
    idle.run(at_leisure=True, busy=lambda: False)
    archive.do("DELETE FROM note_all WHERE id=10")
    assert "/counts/" in idle.run(at_leisure=True, busy=lambda: False).printed
    assert published(tmp_path / "store") == whole()


def test_n1_who_has_something_to_do_asks_nothing_ahead(idle, archive):
    idle.run(at_leisure=True, busy=lambda: True)
    assert not counted and not made
    archive.do("UPDATE note_all SET text='deeper' WHERE id=40")
    assert idle.run(at_leisure=True, busy=lambda: False).printed == {"/notes/40/"}
    assert not counted
