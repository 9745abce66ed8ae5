"""Accounts: people who sign in. A person named in print is something else (content.Person)."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """Someone who signs in at the desk."""

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")  # type: ignore[assignment]  # the stubs take it for a fixed word
        verbose_name_plural = _("accounts")  # type: ignore[assignment]  # likewise


class SignInLink(models.Model):
    """A link that signs someone in, once. The row goes when the link is used."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    expires = models.DateTimeField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("sign-in link")

    def __str__(self) -> str:
        return f"{self.user}, until {self.expires:%H:%M}"
