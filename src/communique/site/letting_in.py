"""Letting the one in who runs the site: a link that signs in once, so that nobody has to think of a password first."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone

from communique.accounts import links
from communique.accounts.models import User

ADMINISTRATOR = "admin"


class NoSuchAccount(LookupError):
    """There is no account of that name."""

    exit_code = 66


def link(name: str = ADMINISTRATOR) -> str:
    """A link for the account of this name; the administrator's account is made if it isn't there. Works once."""
    account = User.objects.filter(username=name).first()
    if account is None:
        if name != ADMINISTRATOR:
            names = ", ".join(
                User.objects.filter(is_active=True).order_by("username").values_list("username", flat=True)
            )
            raise NoSuchAccount(f"There is no account {name!r}; there is {names or 'none yet'}.")
        account = User.objects.create_superuser(name, email=None, password=None)
    return settings.COMMUNIQUE.address + links.make(account, now=timezone.now())
