"""Fields of blocks that editors see and don't write into. Wagtail's take no widget, so it is marked here."""

from __future__ import annotations

from typing import Any

from django.forms import Field
from django.utils.functional import cached_property
from django.utils.translation import gettext
from wagtail import blocks


class ShownLine(blocks.CharBlock):
    """One line, to read."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.field.widget.attrs["readonly"] = True


class ShownReason(ShownLine):
    """A reason that is kept in English, to be read in the editor's language. The form has to keep it as it was."""

    def get_form_state(self, value: str | None) -> str:
        """The reason, said."""
        return gettext(value) if value else ""


class ShownText(blocks.TextBlock):
    """Several lines, to read."""

    @cached_property
    def field(self) -> Field:
        """The field, marked as one to read."""
        made: Field = super().field
        made.widget.attrs["readonly"] = True
        return made
