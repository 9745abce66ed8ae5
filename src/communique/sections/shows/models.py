"""A show, its episodes, and whose voices are heard in them."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.models import Orderable
from wagtail.search import index

from communique.content import lists
from communique.content.models import BasePage, DatedPage, Person, Picture, Recording
from communique.content.models.classing import ClassingForm
from communique.content.models.fields import BodyField, ProseField
from communique.content.models.forms import NamesNobodyTwice
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson

from . import covers, shelves
from .categories import Category


class ShowPage(BasePage):
    """A show. Its page lists the episodes, the newest first; podcast programs subscribe to it."""

    introduction = ProseField(
        _("introduction"), blank=True, help_text=_("What it is about: stands above the list, and in podcast programs.")
    )
    cover = models.ForeignKey(
        Picture,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("A square of 1,400 to 3,000 pixels. Without it there is no podcast."),
    )
    category = models.CharField(_("category"), max_length=60, choices=Category, default=Category.POLITICS)
    explicit = models.BooleanField(
        _("not for children"), default=False, help_text=_("Podcast programs mark such shows; they ask for it.")
    )
    owner_email = models.EmailField(
        _("e-mail for directories"),
        blank=True,
        help_text=_("It is published in the feed. Directories write there to see whose the show is. May be empty."),
    )
    # The cover that was kept, and of which picture.
    cover_file = models.CharField(max_length=255, blank=True, editable=False)
    cover_of = models.BigIntegerField(null=True, editable=False)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("cover", "category", "explicit", "owner_email")], heading=_("As a podcast")
        ),
    ]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["shows.EpisodePage"]

    class Meta:
        verbose_name = _("show")
        verbose_name_plural = _("shows")

    edit_handler = BasePage.tabs(content_panels)

    def prepare_for_print(self) -> None:
        """Keep the cover as it is now."""
        super().prepare_for_print()
        covers.keep(self)


class EpisodeForm(NamesNobodyTwice, ClassingForm):
    """The form of an episode: each voice is named once."""

    people_in = "voices"


class EpisodePage(DatedPage):
    """An episode of a show: a recording, what it is about, and who speaks."""

    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("What one hears, in a sentence or two."))
    number = models.PositiveSmallIntegerField(
        _("episode number"), null=True, blank=True, help_text=_("If they have numbers.")
    )
    recording = models.ForeignKey(
        Recording, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("recording")
    )
    body = BodyField(verbose_name=_("notes"), blank=True, help_text=_("What was spoken of, with links. May be empty."))

    base_form_class = EpisodeForm
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("number"),
        FieldPanel("standfirst"),
        FieldPanel("recording"),
        Rows("voices", label=_("Person"), heading=_("Who speaks")),
        FieldPanel("body"),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("standfirst"), index.FilterField("language")]
    parent_page_types = ["shows.ShowPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("episode")
        verbose_name_plural = _("episodes")

    edit_handler = DatedPage.tabs(content_panels, ObjectList([DatedPage.date_panel], heading=_("Date")))

    def shelves(self) -> list[str]:
        """Its show's list, the newest of its language, and those of who speaks."""
        show = self.get_parent()
        found = [lists.newest(self._meta.label_lower, self.language)]
        found += [shelves.of(show.pk)] if show else []
        return found + [lists.person(one.person_id, self.language) for one in self.voices.all()]


class Voice(NamesAPerson, Orderable):
    """Somebody's part in an episode."""

    class Part(models.TextChoices):
        """What one does there."""

        HOST = "host", _("Host")
        GUEST = "guest", _("Guest")

    page = ParentalKey(EpisodePage, on_delete=models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", verbose_name=_("person"))
    part = models.CharField(pgettext_lazy("of somebody", "part"), max_length=10, choices=Part, default=Part.GUEST)

    panels = [FieldPanel("person"), FieldPanel("part")]

    class Meta(Orderable.Meta):
        verbose_name = _("voice")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_part_display()}"
