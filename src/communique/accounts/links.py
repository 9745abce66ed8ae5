"""Sign-in links: each works once, for a short time. For the first visit, and for those who lost their way in.

A link is a random number; what is kept is its hash, so a copy of the database lets nobody in.
"""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from hashlib import sha256

from django.urls import reverse

from .models import SignInLink, User

SHORTEST, LONGEST = timedelta(minutes=15), timedelta(minutes=60)


def make(user: User, *, now: datetime, lasting: timedelta = LONGEST) -> str:
    """The path of a new link that signs `user` in, once, until `lasting` has passed (15 to 60 minutes)."""
    token = secrets.token_urlsafe(32)
    SignInLink.objects.filter(expires__lte=now).delete()
    expires = now + min(max(lasting, SHORTEST), LONGEST)
    SignInLink.objects.create(user=user, digest=_digest(token), expires=expires)
    return reverse("accounts_link", args=[token])


def stands(token: str, *, now: datetime) -> bool:
    """Whether a link would still sign someone in."""
    return SignInLink.objects.filter(digest=_digest(token), expires__gt=now, user__is_active=True).exists()


def use(token: str, *, now: datetime) -> User | None:
    """The account that a link signs in; None if it was used, is too old, or never was. It is used up by this."""
    link = SignInLink.objects.filter(digest=_digest(token), expires__gt=now).select_related("user").first()
    if link is None:
        return None
    deleted, _ = SignInLink.objects.filter(pk=link.pk).delete()  # of two at the same moment one deletes it
    return link.user if deleted and link.user.is_active else None


def _digest(token: str) -> str:
    return sha256(token.encode()).hexdigest()
