"""The table of contents of migration."""

from django.apps import AppConfig


class MigrationConfig(AppConfig):
    """What was brought from another system, kept so that it can be brought again without doubling anything."""

    name = "communique.migration"
    label = "migration"
    default_auto_field = "django.db.models.BigAutoField"
