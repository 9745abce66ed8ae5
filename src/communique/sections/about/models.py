"""Who belongs to the organisation: circles of people, the offices held in them, and the pages that show them."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.models import Orderable
from wagtail.search import index

from communique.content.models import BasePage, Person
from communique.content.models.fields import LanguageField, ProseField
from communique.content.models.panels import Rows
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from .forms import CircleForm
from .terms import Term


class Position(index.Indexed, ClusterableModel):
    """What somebody can be: “Chair”, “Senior fellow”. Said once in each language."""

    title = models.CharField(_("title"), max_length=255, unique=True, help_text=_("“Chair”, “Senior fellow”."))

    panels = [
        FieldPanel("title"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("position")
        verbose_name_plural = _("positions")

    def __str__(self) -> str:
        return self.title


class PositionText(models.Model):
    """A position as another language calls it."""

    position = ParentalKey(Position, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    title = models.CharField(_("title"), max_length=255)

    class Meta:
        verbose_name = _("position in a language")
        verbose_name_plural = _("positions in languages")
        constraints = [models.UniqueConstraint(fields=["position", "language"], name="about_position_text_once")]

    def __str__(self) -> str:
        return self.title


class Circle(ClusterableModel):
    """People who belong together: the board, the staff, the fellows. Its pages show them in every language."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("For editors, who choose it by this."))

    panels = [
        FieldPanel("name"),
        Rows(
            "offices",
            label=_("Office"),
            heading=_("Who belongs to it, in order"),
            help_text=_("Leave those who have gone, with their last day: readers find them among the past members."),
        ),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("group of people")
        verbose_name_plural = _("groups of people")

    edit_handler = ObjectList(panels, base_form_class=CircleForm)

    def __str__(self) -> str:
        return self.name


class Office(Orderable):
    """What somebody is in a circle, from one day to another."""

    circle = ParentalKey(Circle, on_delete=models.CASCADE, related_name="offices")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="offices", verbose_name=_("person"))
    position = models.ForeignKey(
        Position,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="offices",
        verbose_name=_("position"),
        help_text=_("Empty: the role that stands in the person's own record."),
    )
    began = models.DateField(_("began"), null=True, blank=True)
    ended = models.DateField(_("ended"), null=True, blank=True, help_text=_("The last day. Empty while it goes on."))

    panels = [
        FieldPanel("person"),
        FieldPanel("position"),
        FieldRowPanel([FieldPanel("began"), FieldPanel("ended")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("office")
        verbose_name_plural = _("offices")

    def __str__(self) -> str:
        return f"{self.person}, {self.position}" if self.position else str(self.person)

    @property
    def term(self) -> Term:
        """From when to when it is held."""
        return Term(self.began, self.ended)

    def clean(self) -> None:
        """A term begins before it ends."""
        super().clean()
        if self.term.backwards:
            said = sentence("It would end before it began. Choose a later last day, or leave it empty.")
            raise ValidationError({"ended": invalid(said)})


class MembersPage(BasePage):
    """Who belongs to a circle. Those whose last day is over move to the past members by themselves."""

    circle = models.ForeignKey(
        Circle,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="pages",
        verbose_name=_("whom it shows"),
        help_text=_("The board, the staff: what is changed there is changed on its page in every language."),
    )
    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the members. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("circle"), FieldPanel("introduction")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = pgettext_lazy("a page", "board, staff or fellows")
        verbose_name_plural = pgettext_lazy("pages", "boards, staffs and fellows")

    edit_handler = BasePage.tabs(content_panels)
