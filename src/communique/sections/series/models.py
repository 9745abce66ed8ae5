"""A series: its page, and its parts in the order in which they are to be read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Orderable, Page, get_page_models

from communique.content.models import BasePage, DatedPage
from communique.content.models.fields import ProseField
from communique.content.models.panels import Rows
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from .forms import SeriesForm


class PartPanel(FieldPanel):
    """Where a part is chosen: among pages with a date of their own."""

    def get_form_options(self) -> dict[str, Any]:
        """The chooser shows those kinds of page alone."""
        options: dict[str, Any] = super().get_form_options()
        kinds = [kind for kind in get_page_models() if issubclass(kind, DatedPage)]
        options.setdefault("widgets", {})[self.field_name] = AdminPageChooser(target_models=kinds)
        return options


class SeriesPage(BasePage):
    """A series. Its page lists the parts in order; each part leads to it and to the others."""

    introduction = ProseField(
        _("introduction"),
        blank=True,
        help_text=_("Stands above the parts: what the series is about. May be empty."),
    )

    base_form_class = SeriesForm
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        Rows(
            "parts",
            label=_("Part"),
            heading=_("Parts, in order"),
            help_text=_("A part that isn't published yet isn't shown."),
        ),
    ]
    # A text is a part of one series: the copy of a series begins empty.
    exclude_fields_in_copy = [*BasePage.exclude_fields_in_copy, "parts"]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("series")
        verbose_name_plural = pgettext_lazy("several", "series")

    edit_handler = BasePage.tabs(content_panels)


class SeriesPart(Orderable):
    """A page's place in a series."""

    page = ParentalKey(SeriesPage, on_delete=models.CASCADE, related_name="parts")
    part = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("part"))

    panels = [PartPanel("part")]

    class Meta(Orderable.Meta):
        verbose_name = _("part")
        verbose_name_plural = _("parts")

    def __str__(self) -> str:
        return str(self.part)

    def clean(self) -> None:
        """A part is something to read that has a date."""
        super().clean()
        kind = self.part.specific_class if self.part_id else None
        if kind is not None and not issubclass(kind, DatedPage):
            said = sentence("“{page}” can't be a part: choose an article.", page=self.part)
            raise ValidationError({"part": invalid(said)})
