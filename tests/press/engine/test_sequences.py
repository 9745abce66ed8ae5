"""Whatever happens in whatever order, what was printed bit by bit equals a full print, byte for byte."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.press.run import Press
from communique.press.store import Store

from .conftest import Archive, Newsroom, published
from .test_clashes import CLASHING

notes = st.integers(1, 9)
subjects = st.integers(1, 3)
titles = st.sampled_from(["Harbours", "Quays", "بندرگاہ", "Порт", "Zebra"])
days = st.integers(1, 9).map(lambda day: f"2026-01-0{day} 00:00:00")
ranks = st.one_of(st.none(), st.integers(-3, 9))

operations = st.one_of(
    st.tuples(st.just("note"), notes, titles, subjects, ranks, days),
    st.tuples(st.just("UPDATE note_all SET title=? WHERE id=?"), titles, notes),
    st.tuples(st.just("UPDATE note_all SET subject=? WHERE id>=?"), subjects, notes),
    st.tuples(st.just("UPDATE note_all SET rank=? WHERE id=?"), ranks, notes),
    st.tuples(st.just("UPDATE OR REPLACE note_all SET id=? WHERE id=?"), notes, notes),
    st.tuples(st.just("DELETE FROM note_all WHERE id=?"), notes),
    st.tuples(st.just("DELETE FROM note_all WHERE subject=?"), subjects),
    st.tuples(st.just("INSERT OR REPLACE INTO subject_all VALUES (?, ?, ?)"), subjects, titles, st.booleans()),
    st.tuples(st.just("UPDATE subject_all SET shown=? WHERE id=?"), st.booleans(), subjects),
    st.tuples(st.just("DELETE FROM subject_all WHERE id=?"), subjects),
    st.tuples(st.just("wait"), st.integers(1, 4)),
    st.tuples(st.just("run")),
)


def perform(archive, newsroom, press, operation):
    name, *values = operation
    if name == "note":
        number, title, subject, rank, opens = values
        row = (number, title, "", subject, rank, opens)
        archive.do("INSERT OR REPLACE INTO note_all VALUES (?, ?, ?, ?, ?, ?)", *row)
    elif name == "wait":
        newsroom.moment += timedelta(days=values[0])
    elif name == "run":
        press.run()
    else:
        archive.do(name, *values)


@given(st.lists(operations, min_size=4, max_size=16))
@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
def test_n1_bit_by_bit_equals_all_at_once(sequence):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        archive = Archive(folder / "archive.sqlite3")
        newsroom = Newsroom(archive)
        newsroom.sheets = CLASHING
        with Store.open(folder / "bits", writer="test") as store:
            press = Press(newsroom, store, folder / "bits")
            for operation in [*sequence, ("run",)]:
                perform(archive, newsroom, press, operation)
            press.close()
        with Store.open(folder / "whole", writer="test") as store:
            press = Press(newsroom, store, folder / "whole")
            press.run(full=True)
            press.close()
        assert published(folder / "bits") == published(folder / "whole")
        archive.db.close()
