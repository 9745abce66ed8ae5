"""The picture that leads a page, with what is said of it there and not where the picture is kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from .fields import LineField
from .pages import BasePage
from .pictures import Picture


class LedByAPicture(BasePage):
    """A kind of page with a lead picture; it adds the panel `lead_panel` to its form."""

    lead_picture = models.ForeignKey(
        Picture, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    lead_alt = models.CharField(
        _("description"), max_length=500, blank=True, help_text=_("If not the one kept with the picture.")
    )
    lead_caption = LineField(_("caption"), blank=True, help_text=_("If not the one kept with the picture."))
    lead_credit = models.CharField(
        _("credit"), max_length=300, blank=True, help_text=_("If not the one kept with the picture.")
    )

    lead_panel = MultiFieldPanel(
        [FieldPanel(name) for name in ("lead_picture", "lead_alt", "lead_caption", "lead_credit")],
        heading=_("Lead picture"),
    )

    class Meta:
        abstract = True
