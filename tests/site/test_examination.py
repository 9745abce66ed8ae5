"""What `communique doctor` says of what is waiting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from communique.mail import outbox
from communique.mail.models import REFUSED, Outgoing
from communique.site.examination import State, findings

pytestmark = pytest.mark.django_db


def put(minutes_ago, **fields):
    mail = outbox.put(outbox.Mail("reader@home.example", "Hello", "Text"), now=timezone.now())
    Outgoing.objects.filter(pk=mail.pk).update(made=timezone.now() - timedelta(minutes=minutes_ago), **fields)


def told():
    """The findings about mails."""
    about = ("Mails", "No mail is waiting")
    return [(one.state, one.said) for one in findings(settings.COMMUNIQUE) if one.said.startswith(about)]


def test_an_empty_outbox_is_well():
    assert told() == [(State.WELL, "No mail is waiting")]


def test_a_mail_on_its_way_is_well():
    put(minutes_ago=3)
    assert told() == [(State.WELL, "Mails on their way: 1")]


def test_mails_that_nobody_sends_are_wrong():
    put(minutes_ago=45)
    put(minutes_ago=90)
    ((state, said),) = told()
    assert state is State.WRONG
    assert said.startswith("Mails waiting: 2, the oldest since ") and said.endswith("does `communique worker` run?")


def test_what_the_server_said_is_told():
    put(minutes_ago=45, trouble="450 Try again later", touched=timezone.now())
    ((_, said),) = told()
    assert said.endswith("the server said: 450 Try again later")


def test_mails_given_up_on_are_told_too():
    put(minutes_ago=45, state=REFUSED, trouble="550 No such user")
    assert [state for state, _ in told()] == [State.WELL, State.BETTER]
