"""The table of contents of publishing."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_delete, pre_migrate


class PublishingConfig(AppConfig):
    """What stands between the desk and the press: declarations, changes, addresses."""

    name = "communique.publishing"
    label = "publishing"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Declare our own sheets, and keep the change triggers in step with the tables."""
        from wagtail.models import PageViewRestriction

        from communique.text import sentences

        from . import addresses, bell, declarations, sheets, speaking, triggers
        from .models import Address

        declarations.whole(
            Address,
            columns=["id", "address", "page_id", "state", "target"],
            indexes=["address", "page_id", "state"],
        )
        declarations.hides_all(PageViewRestriction)
        declarations.sheets(*sheets.DECLARED)
        bell.listen()
        sentences.speak_by(speaking.ByCatalogues())
        pre_delete.connect(addresses.withdraw_before_deleting, dispatch_uid="publishing.withdraw")
        pre_migrate.connect(triggers.drop_before_migrating, sender=self, dispatch_uid="publishing.drop")
        post_migrate.connect(triggers.install_after_migrating, dispatch_uid="publishing.install")
