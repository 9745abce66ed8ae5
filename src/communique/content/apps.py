"""The table of contents of content."""

from django.apps import AppConfig


class ContentConfig(AppConfig):
    """Pages, people, topics, pictures, navigation, and who the organisation is."""

    name = "communique.content"
    label = "content"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Open to the press what is public, and declare what is printed of it."""
        from . import chores, movements, privacy, public, sheets
        from .papers import downloads

        public.declare()
        sheets.declare()
        movements.watch()
        privacy.offer(downloads.told, weight=42)
        chores.offer("downloads", downloads.chore)
