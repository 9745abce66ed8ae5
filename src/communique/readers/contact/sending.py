"""Taking in a letter: kept, screened, mailed to whom it is for, and receipted, all or nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import formataddr
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils import timezone

from communique.content.models import Organisation
from communique.mail import outbox
from communique.mail.outbox import Mail
from communique.publishing.words import in_language

from .models import ContactPage, ContactSubject, Letter
from .screening import suspicions
from .writing import Written

SAME = timedelta(days=30)
"""So long the same text is remembered."""

RECEIPTS_A_DAY, RECEIPTS_AN_HOUR = 1, 60
"""To one address, and to all."""


def take_in(page: ContactPage, subject: ContactSubject, told: Written, *, once: str, now: datetime) -> Letter:
    """Keep a letter, and put its mails into the outbox. The same form sent twice is one letter."""
    digest = sha256(" ".join(told.text.lower().split()).encode()).hexdigest()
    before = Letter.objects.filter(digest=digest, arrived__gt=now - SAME).count()
    found = suspicions(told, before=before)
    letter = Letter(
        page=page,
        language=page.language,
        subject=subject.label,
        name=told.name,
        email=told.email,
        text=told.text,
        agreed_to=page.consent if told.agreed else "",
        arrived=now,
        state=Letter.State.HELD if found else Letter.State.NEW,
        suspicions=" ".join(found),
        recipients=subject.recipients,
        once=once,
        digest=digest,
        forget_on=timezone.localdate(now) + timedelta(days=page.keep_days),
    )
    try:
        with transaction.atomic():
            letter.save()
            if not found:
                pass_on(letter, now=now)
                _receipt(letter, now=now)
    except IntegrityError:
        return Letter.objects.get(once=once)
    return letter


def pass_on(letter: Letter, *, now: datetime) -> None:
    """Mail a letter to whom it is for; they answer its writer by answering the mail."""
    say = in_language(letter.language)
    text = "\n".join(
        (
            say("From: {name} <{email}>", name=letter.name, email=letter.email),
            say("About: {subject}", subject=letter.subject),
            "",
            letter.text,
            "",
            "-- ",
            say("Written in the form of the contact page. Answer this mail, and your answer goes to its writer."),
        )
    )
    for address in ContactSubject(recipients=letter.recipients).addresses:
        mail = Mail(
            address,
            say("Letter about {subject}, from {name}", subject=letter.subject, name=letter.name),
            text,
            reply_to=formataddr((letter.name, letter.email)),
            about=letter.about,
        )
        outbox.put(mail, now=now)


def let_through(letter: Letter, *, now: datetime) -> None:
    """Mail a letter that was held, unless it had been mailed before."""
    if letter.suspicions:
        letter.suspicions = ""
        letter.save(update_fields=["suspicions"])
        pass_on(letter, now=now)


def _receipt(letter: Letter, *, now: datetime) -> None:
    """Tell the writer that it arrived: in our words alone, so that nobody can have us carry theirs to others."""
    others = Letter.objects.filter(receipted=True).exclude(pk=letter.pk)
    to_them = others.filter(email__iexact=letter.email, arrived__gt=now - timedelta(days=1)).count()
    to_all = others.filter(arrived__gt=now - timedelta(hours=1)).count()
    if to_them >= RECEIPTS_A_DAY or to_all >= RECEIPTS_AN_HOUR:
        return
    say, name = in_language(letter.language), _named(letter.language)
    text = "\n\n".join(
        (
            say("Your letter has arrived, and we will answer it. You need not do anything."),
            say("If you did not write to us, somebody entered your address by mistake. Then you can forget this mail."),
            name,
        )
    )
    outbox.put(
        Mail(letter.email, say("Your letter to {name}", name=name), text, about=letter.about, automatic=True), now=now
    )
    Letter.objects.filter(pk=letter.pk).update(receipted=True)
    letter.receipted = True


def _named(language: str) -> str:
    own = Organisation.load()
    said = own.texts.filter(language=language).first()
    return str((said and said.name) or own.name)
