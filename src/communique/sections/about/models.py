"""The board of the organisation: who sits on it, and who did."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from communique.content.models import BasePage, Person
from communique.content.models.fields import ProseField
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson


class BoardPage(BasePage):
    """The board. Those whose term has ended move to the past members by themselves."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the members. May be empty."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        Rows("seats", label=_("Seat"), heading=_("Members, in order")),
    ]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("board")
        verbose_name_plural = _("boards")

    edit_handler = BasePage.tabs(content_panels)


class BoardSeat(NamesAPerson, Orderable):
    """Someone's seat on the board, from one day to another."""

    page = ParentalKey(BoardPage, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats", verbose_name=_("person"))
    title = models.CharField(
        _("office"), max_length=255, blank=True, help_text=_("“Chair”, “Treasurer”. May be empty.")
    )
    began = models.DateField(_("began"), null=True, blank=True)
    ended = models.DateField(_("ended"), null=True, blank=True, help_text=_("Empty while they sit on the board."))

    panels = [
        FieldPanel("person"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("began"), FieldPanel("ended")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("seat")
        verbose_name_plural = _("seats")

    def __str__(self) -> str:
        return f"{self.person}, {self.title}" if self.title else str(self.person)

    def clean(self) -> None:
        """A term begins before it ends."""
        super().clean()
        if self.began and self.ended and self.ended < self.began:
            raise ValidationError({"ended": _("This is before the term began.")})
