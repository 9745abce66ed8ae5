"""The table of contents of contact."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    """Where the organisation is, and a form by which readers write to it."""

    name = "communique.readers.contact"
    label = "contact"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open what is public, declare what is printed, and tell what is kept of readers and for how long."""
        from communique.content import privacy, retention
        from communique.publishing import declarations
        from communique.syndication import sitemap

        from . import checks, keeping, public, sheets

        public.declare()
        checks.declare()
        sitemap.offer("contact_contactpage")
        declarations.sheets(*sheets.SHEETS)
        privacy.offer(keeping.told, weight=45)
        retention.offer("letters", keeping.forget)
