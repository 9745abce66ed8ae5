"""Fields of blocks that editors see and don't write into. Wagtail's take no widget, so it is marked here."""

from __future__ import annotations

from typing import Any

from django.forms import Field
from django.utils.functional import cached_property
from wagtail import blocks


class ShownLine(blocks.CharBlock):
    """One line, to read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.field.widget.attrs["readonly"] = True


class ShownText(blocks.TextBlock):
    """Several lines, to read."""

    @cached_property
    def field(self) -> Field:
        """The field, marked as one to read."""
        made: Field = super().field
        made.widget.attrs["readonly"] = True
        return made
