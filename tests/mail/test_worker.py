"""The worker sends what is in the outbox and forgets what is over, each kind by itself."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from communique.content import retention
from communique.mail import outbox
from communique.mail.outbox import Mail
from communique.site import timetable
from tests.waiting import until

from .recorder import recording


@pytest.fixture
def offers(monkeypatch):
    monkeypatch.setattr(retention, "_offered", {})
    return retention.offer


@pytest.mark.django_db(transaction=True)
def test_n12_the_worker_sends_mail_and_forgets_what_is_over(offers):
    forgotten = threading.Event()
    offers("letters", lambda now: forgotten.set() or 1)
    outbox.put(Mail("sana@reader.example", "A subject", "Words."), now=datetime.now(UTC))
    stop = threading.Event()
    with recording() as server:
        worker = threading.Thread(target=timetable.send_mail, args=(stop,))
        worker.start()
        until(lambda: server.taken and forgotten.is_set())
        stop.set()
        worker.join()
    assert len(server.taken) == 1


def test_n11_one_kind_that_cannot_be_forgotten_holds_up_no_other(offers):
    offers("broken", lambda now: 1 // 0)
    offers("letters", lambda now: 3)
    assert retention.forget(datetime.now(UTC)) == {"letters": 3}
