"""The menu at the top of every page, one for each language."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Orderable

from communique.text.scripts import own_name
from communique.text.sentences import sentence

from .fields import LanguageField


class Navigation(ClusterableModel):
    """The menu of one language."""

    language = LanguageField(unique=True, help_text=_("There is one menu for each language."))

    panels = [FieldPanel("language"), InlinePanel("entries", label=_("Entry"), heading=_("Entries"))]

    class Meta:
        verbose_name = _("menu")
        verbose_name_plural = _("menus")
        ordering = ["language"]

    def __str__(self) -> str:
        return str(sentence("Menu: {language}", language=own_name(self.language)))


class NavigationEntry(Orderable):
    """One entry of a menu: a page of ours, or an address elsewhere."""

    navigation = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="entries")
    label = models.CharField(
        _("words of the entry"),
        max_length=100,
        blank=True,
        help_text=_("What the entry says; the page's title if left empty."),
    )
    page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page"),
        help_text=_("A page of this site. The entry is shown while the page is published."),
    )
    link = models.CharField(
        _("address"), max_length=500, blank=True, help_text=_("Or an address: https://… elsewhere, /topics/… here.")
    )

    panels = [FieldPanel("label"), PageChooserPanel("page"), FieldPanel("link")]

    class Meta(Orderable.Meta):
        verbose_name = _("menu entry")
        verbose_name_plural = _("menu entries")

    def __str__(self) -> str:
        return self.label or self.link

    def clean(self) -> None:
        """An entry leads to one place."""
        super().clean()
        if bool(self.page_id) == bool(self.link):
            raise ValidationError(_("Choose a page, or write an address: one of the two."))
        if self.link and not self.link.startswith(("/", "https://", "http://", "mailto:")):
            said = _("Begin with https:// for another site, or with / for an address here.")
            raise ValidationError({"link": said})
        if self.link and not self.label:
            raise ValidationError({"label": _("Say what stands in the menu for this address.")})
