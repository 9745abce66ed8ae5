"""Accounts at the desk: where one sees to one's own signing in."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.views.account import BaseSettingsPanel


class NothingToFillIn(forms.Form):
    """A form without fields: the panel only leads elsewhere."""

    def __init__(self, *args: Any, instance: Any = None, **options: Any) -> None:
        super().__init__(*args, **options)

    def save(self) -> None:
        """Nothing to keep."""


class SigningIn(BaseSettingsPanel):
    """The ways to a password and a second factor: what leads to them counts tries and writes mail about changes."""

    name = "signing_in"
    title = _("Signing in")
    order = 250
    form_class = NothingToFillIn
    template_name = "accounts/signing_in.html"


@hooks.register("register_account_settings_panel")
def signing_in(request: HttpRequest, user: Any, profile: Any) -> SigningIn:
    """Among what one can set about one's account."""
    return SigningIn(request, user, profile)
