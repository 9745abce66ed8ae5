"""For how long letters are kept, and what readers are told of it."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from communique.content.privacy import Passage
from communique.mail import outbox
from communique.press.questions import Ask
from communique.publishing.words import Say

from . import questions
from .models import Letter

HELD_FOR = timedelta(days=30)
"""What is held as spam, and nobody has looked at."""


def forget(now: datetime) -> int:
    """Delete letters whose time is over, with what was still to be mailed of them. Tells how many."""
    over = Letter.objects.filter(forget_on__lte=timezone.localdate(now))
    held = Letter.objects.filter(state=Letter.State.HELD, arrived__lte=now - HELD_FOR)
    letters = list(over) + list(held)
    for letter in letters:
        delete(letter)
    return len(letters)


@transaction.atomic
def delete(letter: Letter) -> None:
    """Delete a letter, and what of it waits to be mailed."""
    outbox.forget(letter.about)
    letter.delete()


def told(say: Say, ask: Ask, language: str) -> Passage | None:
    """What privacy pages say of the form, where there is one."""
    days = ask(questions.longest_kept, language)
    if not days:
        return None
    return Passage(
        say("Letters written in our form"),
        say(
            "If you write to us in the form, we keep your name, your e-mail address and your letter, and send it by mail to whoever answers it. It is deleted when its time is over (days: {days}). Whether it is spam is told here, with nobody else’s help. How often one writes is counted by network address, in memory, for an hour; the address isn’t kept with the letter.",  # noqa: E501  # one message, so that it can be gathered
            days=days,
        ),
    )
