"""The table of contents of mail."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """What the site sends by mail."""

    name = "communique.mail"
    label = "mail"
    default_auto_field = "django.db.models.BigAutoField"
