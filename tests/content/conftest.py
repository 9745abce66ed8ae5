"""What tests of content share."""

import pytest
import time_machine


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """No press runs here."""
    from communique.content import announcements

    monkeypatch.setattr(announcements, "PATIENCE", 0)


@pytest.fixture
def time_machine_at():
    """Let it be another time until the test ends: `time_machine_at(moment)`."""
    travels = []

    def travel(moment):
        travels.append(time_machine.travel(moment, tick=False))
        travels[-1].start()

    yield travel
    for one in reversed(travels):
        one.stop()
