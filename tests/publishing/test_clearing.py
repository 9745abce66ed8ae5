"""Older editions are cleared away by the press itself, when it has nothing else to do."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from communique.press.store import Store
from communique.publishing import pressing
from tests.press.pages import page, publish


@pytest.fixture
def store(tmp_path):
    """Twelve editions, an hour between them."""
    hours = iter(datetime.now(UTC) - timedelta(hours=hour) for hour in range(20, 0, -1))
    with Store.open(tmp_path, writer="test", clock=lambda: next(hours)) as store:
        for number in range(12):
            publish(store, page("/", f"edition {number}"))
        yield store


def kept(store):
    return [edition.number for edition in store.editions()]


def test_the_last_ten_stay(store):
    pressing.clear_up(store)
    assert kept(store) == list(range(12, 2, -1))


def test_trouble_with_it_stops_nothing(store, monkeypatch, caplog):
    def refuse():
        raise OSError("the disk is away")

    monkeypatch.setattr(store, "prune", refuse)
    pressing.clear_up(store)
    assert "the disk is away" in caplog.text


class Idle:
    """A press that has nothing to print, and then is asked to stop."""

    def __init__(self, store):
        self.store = store

    def run(self, *, at_leisure, busy):
        assert at_leisure and not busy()
        os.kill(os.getpid(), pressing.signal.SIGTERM)
        return pressing.Run(12, "nothing to print", False)

    def next_due(self):
        return None


def test_a_watching_press_clears_up_when_there_is_nothing_to_print(store, monkeypatch):
    monkeypatch.setattr(pressing, "press", lambda: pressing.contextmanager(lambda: iter([Idle(store)]))())
    asked = {number: pressing.signal.getsignal(number) for number in (pressing.signal.SIGTERM, pressing.signal.SIGINT)}
    try:
        pressing.watch()
    finally:
        for number, what in asked.items():
            pressing.signal.signal(number, what)
    assert len(kept(store)) == 10
