"""Who is let in: allauth asks here."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class Doorkeeper(DefaultAccountAdapter):
    """Lets in those who have an account, and nobody make one by themselves."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """No: accounts are made at the desk, or with `communique admin-link`."""
        return False
