"""What parts have to do in the worker's time: each is done, whatever becomes of the others."""

from __future__ import annotations

from communique.content import chores


def test_a_chore_that_fails_keeps_no_other_from_being_done(monkeypatch, caplog):
    monkeypatch.setattr(chores, "_offered", {})
    chores.offer("a broken one", lambda stop: 1 // 0)
    chores.offer("the reading", lambda stop: 3)
    assert chores.do(bool) == {"the reading": 3}
    assert "a broken one could not be done" in caplog.text
    assert chores.do(lambda: True) == {}, "the worker is ending"
