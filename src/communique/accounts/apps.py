"""The table of contents of accounts."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Members and staff: who may sign in, and how."""

    name = "communique.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
