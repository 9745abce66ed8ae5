"""The outbox: mails are put in with the row that they are about, in one transaction, and sent by the worker.

A mail is claimed and that is committed; then it is handed to the server; then that is committed. Whoever dies in
between leaves it claimed, and after a while it is sent again under the same Message-ID, by which mail programs know it.
So none is lost, and one may come twice only if the machine dies in the moment between the server's yes and our note.
"""

from __future__ import annotations

import logging
import smtplib
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.utils import make_msgid
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db.models import Count, Min
from django.utils import timezone

from communique.text import invisible

from .models import REFUSED, SENDING, SENT, WAITING, Outgoing

LEASE = timedelta(minutes=10)
"""So long a claim holds: longer than any server is waited for."""

PAUSES = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 60, 180))
"""After each try in vain; the last again and again."""

GIVEN_UP = timedelta(days=5)
"""So long a server is asked, as RFC 5321 advises (4.5.4.1)."""

KEPT_FOR = timedelta(days=30)
"""So long one can see what became of a mail. What it said is forgotten when it is sent."""

AT_ONCE = 50

log = logging.getLogger("communique.mail")


@dataclass(frozen=True)
class Mail:
    """What is to be sent to one address. `automatic` is what no person wrote: other programs don't answer it."""

    to: str
    subject: str
    text: str
    reply_to: str = ""
    about: str = ""
    automatic: bool = False


@dataclass
class Round:
    """What became of the mails that were due."""

    sent: int = 0
    put_off: int = 0
    refused: int = 0


def put(mail: Mail, *, now: datetime) -> Outgoing:
    """Put a mail into the outbox, in the transaction that is open. Line breaks in its head become spaces."""
    return Outgoing.objects.create(
        to=invisible.without(mail.to),
        reply_to=invisible.without(mail.reply_to),
        subject=invisible.without(mail.subject)[:255],
        text=mail.text,
        automatic=mail.automatic,
        about=mail.about,
        message_id=make_msgid(domain=settings.ALLOWED_HOSTS[0].strip("[]") or "localhost"),
        made=now,
        due=now,
    )


@dataclass(frozen=True)
class Standing:
    """How it stands: mails on their way, since when the oldest, what the server said last, and mails given up on."""

    waiting: int
    oldest: datetime | None
    trouble: str
    refused: int


def standing() -> Standing:
    """What is in the outbox now, and what was refused as long as that is known (`KEPT_FOR`)."""
    waiting = Outgoing.objects.filter(state__in=(WAITING, SENDING))
    found = waiting.aggregate(many=Count("pk"), oldest=Min("made"))
    trouble = waiting.exclude(trouble="").order_by("-touched").values_list("trouble", flat=True).first()
    return Standing(found["many"], found["oldest"], trouble or "", Outgoing.objects.filter(state=REFUSED).count())


def forget(about: str) -> None:
    """Take back all mails about something: nothing of it is sent any more."""
    Outgoing.objects.filter(about=about).delete()


def deliver(now: datetime) -> Round:
    """Hand over what is due, one after the other. A server that doesn't answer is left alone until the next round."""
    done = Round()
    Outgoing.objects.filter(state=SENDING, touched__lt=now - LEASE).update(state=WAITING)
    due = Outgoing.objects.filter(state=WAITING, due__lte=now).order_by("due", "pk")
    numbers = list(due.values_list("pk", flat=True)[:AT_ONCE])
    connection = get_connection() if numbers else None
    try:
        for number in numbers:
            if not _hand_over(number, connection, now, done):
                break
    finally:
        if connection is not None:
            _hang_up(connection)
    return done


def clear_away(now: datetime) -> None:
    """Give up what no server took in days, and forget what became of old mails."""
    old = Outgoing.objects.filter(state=WAITING, made__lt=now - GIVEN_UP)
    old.update(state=REFUSED, text="", touched=now)
    Outgoing.objects.filter(state__in=(SENT, REFUSED), touched__lt=now - KEPT_FOR).delete()


def _hand_over(number: int, connection: Any, now: datetime, done: Round) -> bool:
    """Send one mail. Tells whether the server may be given the next."""
    mine = Outgoing.objects.filter(pk=number, state=WAITING).update(state=SENDING, touched=timezone.now())
    mail = Outgoing.objects.filter(pk=number).first() if mine else None
    if mail is None:  # another worker has it, or it was taken back
        return True
    try:
        connection.send_messages([_message(mail)])
    except smtplib.SMTPResponseException as error:
        said = f"{error.smtp_code} {_words(error.smtp_error)}"
        _hang_up(connection)
        of_this_mail = isinstance(error, smtplib.SMTPDataError | smtplib.SMTPSenderRefused)
        return _not_sent(mail, said, now, done, for_good=of_this_mail and error.smtp_code >= 500) and of_this_mail
    except smtplib.SMTPRecipientsRefused as error:
        code, words = next(iter(error.recipients.values()), (450, b""))
        _hang_up(connection)
        return _not_sent(mail, f"{code} {_words(words)}", now, done, for_good=code >= 500)
    except (smtplib.SMTPException, OSError) as error:
        _hang_up(connection)
        _not_sent(mail, str(error) or type(error).__name__, now, done, for_good=False)
        return False
    except ValueError as error:  # no mail can be made of it
        return _not_sent(mail, str(error), now, done, for_good=True)
    _settle(mail, state=SENT, text="", trouble="", tries=mail.tries + 1)
    done.sent += 1
    return True


def _not_sent(mail: Outgoing, said: str, now: datetime, done: Round, *, for_good: bool) -> bool:
    told = {"trouble": invisible.without(said)[:500], "tries": mail.tries + 1}
    if for_good or now - mail.made > GIVEN_UP:
        _settle(mail, state=REFUSED, text="", **told)
        done.refused += 1
        log.warning("Mail %s was refused for good (about %s).", mail.message_id, mail.about or "nothing named")
    else:
        pause = PAUSES[min(mail.tries, len(PAUSES) - 1)]
        _settle(mail, state=WAITING, due=now + pause, **told)
        done.put_off += 1
        log.info("Mail %s could not be sent yet, and is tried again in %s.", mail.message_id, pause)
    return True


def _settle(mail: Outgoing, **fields: Any) -> None:
    Outgoing.objects.filter(pk=mail.pk).update(touched=timezone.now(), **fields)


def _message(mail: Outgoing) -> EmailMessage:
    headers = {"Message-ID": mail.message_id}
    if mail.automatic:  # RFC 3834, and what Exchange asks for
        headers |= {"Auto-Submitted": "auto-replied", "X-Auto-Response-Suppress": "All"}
    reply_to = [mail.reply_to] if mail.reply_to else None
    return EmailMessage(mail.subject, mail.text, None, [mail.to], reply_to=reply_to, headers=headers)


def _words(said: Any) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)


def _hang_up(connection: Any) -> None:
    """Close the conversation, however it ended; the next mail begins another."""
    try:
        connection.close()
    except (smtplib.SMTPException, OSError):
        connection.connection = None
