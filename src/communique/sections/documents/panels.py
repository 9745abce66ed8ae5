"""What the desk tells of a document below its versions: how often they were downloaded, and what was read of it."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from wagtail.admin.panels import Panel

from .reading.kinds import READERS


class Fate(Panel):
    """Of a document that was published: to look at, not to fill in."""

    class BoundPanel(Panel.BoundPanel):
        """The same for one document."""

        template_name = "documents/desk/fate.html"

        def is_shown(self) -> bool:
            """Where something was kept of it."""
            return bool(self.instance.pk) and super().is_shown() and any(one.file for one in self._versions())

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Each version with its count, the newest first; and the text."""
            from . import downloads  # it needs the models, which need this

            context: dict[str, Any] = super().get_context_data(parent_context)
            kept = [one for one in self._versions() if one.file][::-1]
            counts = downloads.of_files([one.file for one in kept], timezone.localdate())
            context["told"] = [(one, counts.get(one.file, downloads.Told())) for one in kept]
            text = getattr(self.instance, "kept_text", None)
            context["text"] = text if text and kept and text.file == kept[0].file else None
            context["is_read"] = bool(kept) and kept[0].kind in READERS
            return context

        def _versions(self) -> list[Any]:
            return list(type(self.instance).objects.get(pk=self.instance.pk).versions.all())
