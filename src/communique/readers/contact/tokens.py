"""What a form carries to show that it was asked for here, by whom it is used once, and how long ago. No cookie."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing

SALT = "communique.readers.contact"
LASTS = timedelta(hours=24)
QUICKEST = timedelta(seconds=2)
"""Whoever is quicker hasn't read what they send."""


@dataclass(frozen=True)
class Token:
    """A form that was asked for: its own word, and how long ago that was."""

    once: str
    age: timedelta


def made(page_id: int, *, now: datetime) -> str:
    """A new token for the form of a page."""
    told = [page_id, secrets.token_urlsafe(18), int(now.timestamp() * 1000)]
    return signing.dumps(told, salt=SALT)


def read(token: str, page_id: int, *, now: datetime) -> Token | None:
    """What a token says; None for one that isn't ours, is for another page, or is too old."""
    try:
        page, once, then = signing.loads(token, salt=SALT)
    except (signing.BadSignature, ValueError):
        return None
    age = timedelta(milliseconds=now.timestamp() * 1000 - then)
    return Token(once, age) if page == page_id and timedelta() <= age <= LASTS else None
