"""Albums, the gallery they stand in, their pictures, and the people who are shown."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.widgets import AdminPageChooser
from wagtail.models import Orderable, Page

from communique.content import lists, occasions
from communique.content.models import BasePage, Person, Picture
from communique.content.models.fields import LineField, ProseField
from communique.content.models.panels import ChosenRows, Rows
from communique.content.models.people import NamesAPerson
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from . import shelves
from .forms import AlbumForm

NOON = time(12)
"""An album has a day and no hour; at noon it is that day in most places."""


class OccasionPanel(FieldPanel):
    """Where the event is chosen that an album belongs to: among what takes place."""

    def get_form_options(self) -> dict[str, Any]:
        """The chooser shows those kinds of page alone."""
        options: dict[str, Any] = super().get_form_options()
        options.setdefault("widgets", {})[self.field_name] = AdminPageChooser(target_models=occasions.kinds())
        return options


class GalleryPage(BasePage):
    """A gallery. Its page lists the albums, the newest first."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["gallery.AlbumPage"]

    class Meta:
        verbose_name = _("gallery")
        verbose_name_plural = _("galleries")

    edit_handler = BasePage.tabs(content_panels)


class AlbumPage(BasePage):
    """An album. Each of its pictures has a page of its own, at an address that stays."""

    day = models.DateField(_("date"), null=True, blank=True, help_text=_("The day on which the pictures were taken."))
    place = models.CharField(_("place"), max_length=255, blank=True, help_text=_("A hall and a city."))
    introduction = ProseField(
        _("introduction"), blank=True, help_text=_("What is to be seen, in a sentence or two. May be empty.")
    )
    occasion = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("event"),
        help_text=_("The event at which they were taken. Its page leads here by itself."),
    )
    cover_picture = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover picture"),
        help_text=_("What lists show of the album. Empty: its first picture."),
    )

    base_form_class = AlbumForm
    files_itself = True
    parent_page_types = ["gallery.GalleryPage"]
    subpage_types: list[str] = []

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("day"), FieldPanel("place")]),
        FieldPanel("introduction"),
        ChosenRows(
            "pictures",
            chooser_field_name="picture",
            label=_("Picture"),
            heading=_("Pictures, in order"),
            help_text=_("Choose several at once. To upload many at once, go to Pictures in the menu first."),
        ),
        FieldPanel("cover_picture"),
        OccasionPanel("occasion"),
        Rows("people", label=_("Person"), heading=_("People who are shown")),
    ]

    class Meta:
        verbose_name = _("album")
        verbose_name_plural = _("albums")

    edit_handler = BasePage.tabs(content_panels)

    @property
    def dated(self) -> datetime | None:
        """It stands in lists by the day of its pictures."""
        return datetime.combine(self.day, NOON, UTC) if self.day else None

    def clean(self) -> None:
        """An album belongs to something that takes place."""
        super().clean()
        kind = self.occasion.specific_class if self.occasion else None
        if kind is not None and kind not in occasions.kinds():
            said = sentence("“{page}” is no event. Choose one, or leave it empty.", page=self.occasion)
            raise ValidationError({"occasion": invalid(said)})

    def shelves(self) -> list[str]:
        """Its gallery's list, that of all albums in its language, and those of the people who are shown."""
        section = self.get_parent()
        found = [shelves.of(section.pk)] if section else []
        found.append(lists.newest(self._meta.label_lower, self.language))
        return found + [lists.person(one.person_id, self.language) for one in self.people.all()]


class AlbumPicture(Orderable):
    """A picture's place in an album. What isn't said here is said as with the picture."""

    page = ParentalKey(AlbumPage, on_delete=models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="+", verbose_name=_("picture"))
    alt = models.CharField(
        _("description"), max_length=500, blank=True, help_text=_("If not the one kept with the picture.")
    )
    caption = LineField(_("caption"), blank=True, help_text=_("If not the one kept with the picture."))
    credit = models.CharField(
        _("credit"), max_length=300, blank=True, help_text=_("If not the one kept with the picture.")
    )

    panels = [FieldPanel("picture"), FieldPanel("alt"), FieldPanel("caption"), FieldPanel("credit")]

    class Meta(Orderable.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __str__(self) -> str:
        return self.alt or self.picture.alt_text


class ShownPerson(NamesAPerson, Orderable):
    """Someone who is to be seen in an album."""

    page = ParentalKey(AlbumPage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))

    panels = [FieldPanel("person")]

    class Meta(Orderable.Meta):
        verbose_name = _("person who is shown")

    def __str__(self) -> str:
        return str(self.person)
