"""Accounts: people who sign in. A person named in print is something else (content.Person)."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Someone who signs in at the desk."""

    class Meta(AbstractUser.Meta):
        verbose_name = "account"
        verbose_name_plural = "accounts"
