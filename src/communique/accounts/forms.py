"""The form to sign in with, in plain words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """Allauth's, with labels that say what to write."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["login"].label = _("Username or e-mail")
        self.fields["remember"].label = _("Stay signed in on this device")
        for field in ("login", "password"):
            self.fields[field].widget.attrs.pop("placeholder", None)  # the labels say it
