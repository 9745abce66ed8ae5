"""The outbox, over real SMTP: what is put in is sent once, later if need be, and nobody is lost. Rows C5, N12, R8."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from communique.mail import outbox
from communique.mail.models import REFUSED, SENDING, SENT, WAITING, Outgoing
from communique.mail.outbox import Mail

from .recorder import recording, sent_to

NOW = datetime(2025, 1, 1, 9, tzinfo=UTC)
TO = "sana@reader.example"


@pytest.fixture
def server(db):
    with recording() as server:
        yield server


def put(to=TO, **fields):
    return outbox.put(Mail(**{"to": to, "subject": "A subject", "text": "Some words.", **fields}), now=NOW)


def state():
    return Outgoing.objects.get().state


def test_c5_a_mail_is_handed_over_once_and_its_words_are_forgotten(server):
    put(reply_to="Bilal <bilal@reader.example>")
    assert outbox.deliver(NOW).sent == 1
    assert outbox.deliver(NOW).sent == 0
    (mail,) = server.to(TO)
    assert mail["Subject"] == "A subject" and mail["Reply-To"] == "Bilal <bilal@reader.example>"
    assert mail.get_content().strip() == "Some words."
    assert Outgoing.objects.get().text == "" and state() == SENT


def test_n12_what_is_automatic_says_so_and_nothing_else_does(server):
    put(automatic=True)
    put("bilal@reader.example")
    outbox.deliver(NOW)
    assert server.to(TO)[0]["Auto-Submitted"] == "auto-replied"
    assert server.to("bilal@reader.example")[0]["Auto-Submitted"] is None


@pytest.mark.parametrize("field", ["subject", "reply_to", "to"])
def test_n12_no_line_of_a_head_can_be_smuggled_in(server, field):
    put(**{field: {"subject": "Hello", "reply_to": "a@b.example", "to": TO}[field] + "\r\nBcc: all@world.example"})
    outbox.deliver(NOW)
    assert all(recipient != "all@world.example" and mail["Bcc"] is None for recipient, mail in server.taken)


@pytest.mark.django_db
def test_c5_without_a_server_it_waits_and_is_sent_when_there_is_one(free_port):
    put()
    with sent_to(free_port):
        assert outbox.deliver(NOW).put_off == 1
    assert state() == WAITING and Outgoing.objects.get().due == NOW + outbox.PAUSES[0]
    with recording() as server:
        assert outbox.deliver(NOW).sent == 0  # it isn't asked at once again
        assert outbox.deliver(NOW + timedelta(minutes=1)).sent == 1
        assert len(server.to(TO)) == 1


@pytest.fixture
def free_port():
    """Where nobody listens any more."""
    with recording() as server:
        return server.server_address[1]


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA", "."])
@pytest.mark.parametrize(("answer", "becomes"), [("451 not now", WAITING), ("550 never", REFUSED), ("", WAITING)])
def test_n12_what_the_server_says_is_taken_at_its_word(server, verb, answer, becomes):
    put()
    server.answers[verb] = answer
    outbox.deliver(NOW)
    assert state() == becomes and server.taken == []
    assert answer[4:] in Outgoing.objects.get().trouble
    server.answers.clear()
    outbox.deliver(NOW + timedelta(hours=1))
    assert len(server.taken) == (0 if becomes == REFUSED else 1)


def test_n12_one_that_is_refused_holds_up_no_other(server):
    put("nobody@reader.example"), put()
    server.answers["RCPT"] = "550 never"
    outbox.deliver(NOW)
    server.answers.clear()
    put("bilal@reader.example")
    assert outbox.deliver(NOW).sent == 1


def test_n12_after_five_days_it_is_given_up_and_later_forgotten(server):
    put()
    outbox.clear_away(NOW + timedelta(days=4))
    assert state() == WAITING
    outbox.clear_away(NOW + timedelta(days=6))
    assert state() == REFUSED and Outgoing.objects.get().text == ""
    outbox.clear_away(NOW + timedelta(days=60))
    assert not Outgoing.objects.exists() and outbox.deliver(NOW + timedelta(days=60)).sent == 0


def test_n12_what_is_taken_back_is_not_sent(server):
    put(about="letter 1"), put(about="letter 2")
    outbox.forget("letter 1")
    assert outbox.deliver(NOW).sent == 1


@pytest.mark.django_db(transaction=True)
def test_n12_it_is_put_in_with_its_row_or_not_at_all():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        put()
        raise ZeroDivisionError
    assert not Outgoing.objects.exists()


_WORKER = """
import django; django.setup()
from datetime import UTC, datetime
from communique.mail import outbox
outbox.deliver(datetime.fromisoformat("2025-01-01T09:00:00+00:00"))
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("taken", [False, True], ids=["before the server has it", "after the server has it"])
def test_r8_a_killed_worker_loses_nothing_and_what_comes_twice_is_known_by_its_id(taken):
    """Killed with SIGKILL while the server holds its answer back."""
    put(), put("bilal@reader.example")
    with recording() as server:
        worker = subprocess.Popen([sys.executable, "-c", _WORKER], env=_environment(server.server_address[1]))

        def die():
            if not taken:
                server.answers["."] = ""
            worker.send_signal(signal.SIGKILL)
            worker.wait()

        server.before_yes = die
        worker.wait(60)
        server.before_yes = None
        server.answers.clear()
        assert Outgoing.objects.filter(state=SENDING).count() == 1
        outbox.deliver(NOW)
        assert len(server.to("bilal@reader.example")) == 1
        Outgoing.objects.filter(state=SENDING).update(touched=NOW - timedelta(hours=1))
        assert outbox.deliver(NOW).sent == 1
        assert len(server.to(TO)) == (2 if taken else 1)
        assert len({mail["Message-ID"] for mail in server.to(TO)}) == 1
    assert set(Outgoing.objects.values_list("state", flat=True)) == {SENT}


def _environment(port):
    told = {"HOST": "127.0.0.1", "PORT": str(port)}
    mail = {f"COMMUNIQUE_MAIL_{name}": value for name, value in told.items()}
    return {**os.environ, **mail, "DJANGO_SETTINGS_MODULE": "communique.site.settings"}
