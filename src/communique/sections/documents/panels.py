"""What the desk tells of a document below its versions: how often they were downloaded, and what was read of it."""

from __future__ import annotations

from typing import Any

from communique.content.papers.panels import Counted

from .reading.kinds import READERS


class Fate(Counted):
    """Of a document that was published: to look at, not to fill in."""

    class BoundPanel(Counted.BoundPanel):
        """The same for one document."""

        template_name = "documents/desk/fate.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Also the text."""
            context = super().get_context_data(parent_context)
            kept = self.kept()
            text = getattr(self.instance, "kept_text", None)
            context["text"] = text if text and kept and text.file == kept[0].file else None
            context["is_read"] = bool(kept) and kept[0].kind in READERS
            return context
