"""What the desk tells of a page's files below their rows: how often they were downloaded."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel


class Counted(Panel):
    """Of files that were published: to look at, not to fill in. `rows` is what the page calls them."""

    def __init__(self, rows: str, **options: Any) -> None:
        super().__init__(**options)
        self.rows = rows

    def clone_kwargs(self) -> dict[str, Any]:
        """The same rows."""
        return {**super().clone_kwargs(), "rows": self.rows}

    class BoundPanel(Panel.BoundPanel):
        """The same for one page."""

        template_name = "content/desk/downloads.html"

        def is_shown(self) -> bool:
            """Where something was kept of it."""
            return bool(self.instance.pk) and super().is_shown() and bool(self.kept())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Each version with its count, the newest first."""
            from . import downloads  # it needs the models, which need this

            context: dict[str, Any] = super().get_context_data(parent_context)
            kept = self.kept()
            counts = downloads.of_files([one.file for one in kept], timezone.localdate())
            context["told"] = [(one, counts.get(one.file, downloads.Told())) for one in kept]
            return context

        def kept(self) -> list[Any]:
            """The versions that readers can have, the newest first."""
            page = type(self.instance).objects.get(pk=self.instance.pk)
            return [one for one in getattr(page, self.panel.rows).all() if one.file][::-1]
