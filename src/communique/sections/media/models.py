"""Media coverage: the outlets, the section it stands in, each piece, and who of us is in it."""

from __future__ import annotations

from datetime import UTC, datetime, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Orderable
from wagtail.search import index

from communique.content import addressing, lists
from communique.content.choices import ManyOf
from communique.content.models import BasePage, Person, Topic
from communique.content.models.fields import LanguageField, ProseField
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson
from communique.publishing.words import in_language
from communique.text import slugs

from . import naming, shelves, titles, wrong
from .addresses import outlet_address
from .fields import TongueField, WebField
from .forms import CoverageForm
from .kinds import Form, Part


class Outlet(index.Indexed, ClusterableModel):
    """A newspaper, a station, a podcast. Its page lists what it had of us."""

    name = models.CharField(pgettext_lazy("of an outlet", "name"), max_length=120)
    link = WebField(_("address on the web"), help_text=_("Of its own site. May be empty."))
    slug = models.SlugField(
        _("slug"),
        max_length=120,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("The end of its address: /outlets/…/. Made from the name if left empty."),
    )

    panels = [
        FieldPanel("name"),
        FieldPanel("link"),
        FieldPanel("slug"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("outlet")
        verbose_name_plural = _("outlets")

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **options: object) -> None:
        """Give it a free slug if it has none; an earlier one leads to it."""
        if not self.slug:
            taken = set(Outlet.objects.exclude(pk=self.pk).values_list("slug", flat=True))
            self.slug = slugs.free(slugs.slug(self.name, fallback="outlet"), taken, longest=120)
        before = Outlet.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **options)
        if before and before != self.slug:
            addressing.renamed(outlet_address, before, self.slug)


class OutletText(models.Model):
    """An outlet as another language names it."""

    outlet = ParentalKey(Outlet, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(pgettext_lazy("of an outlet", "name"), max_length=120)

    class Meta:
        verbose_name = _("outlet in a language")
        verbose_name_plural = _("outlets in languages")
        constraints = [models.UniqueConstraint(fields=["outlet", "language"], name="media_outlet_text_once")]

    def __str__(self) -> str:
        return self.name


class MediaPage(BasePage):
    """A section of media coverage. Its page lists it, newest first, with the ways to years and outlets."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["media.CoveragePage"]

    class Meta:
        verbose_name = _("section of media coverage")
        verbose_name_plural = _("sections of media coverage")

    edit_handler = BasePage.tabs(content_panels)


class CoveragePage(BasePage):
    """A piece of media coverage. Its title is composed of who, where and when; nobody types it."""

    outlet = models.ForeignKey(
        Outlet, null=True, on_delete=models.PROTECT, related_name="coverage", verbose_name=_("outlet")
    )
    programme = models.CharField(
        _("programme"), max_length=120, blank=True, help_text=_("Or the column, or the supplement. May be empty.")
    )
    day = models.DateField(_("date"), help_text=_("On which it appeared there, or was broadcast."))
    form = models.CharField(_("form"), max_length=12, choices=Form.choices, default=Form.ARTICLE)
    spoken = TongueField(_("language of the piece"), help_text=_("Empty: that of this page."))
    headline = models.CharField(
        _("headline"), max_length=255, blank=True, help_text=_("What the piece itself is called there, if it is.")
    )
    summary = models.TextField(_("summary"), blank=True, help_text=_("What was said, in a sentence or two."))
    names_us = models.BooleanField(
        _("names the organisation"),
        default=False,
        help_text=_("If it is about us and nobody of us is in it: then our name stands in the title."),
    )
    link = WebField(_("where it stands there"))
    archived = WebField(
        _("archived copy"), help_text=_("At web.archive.org or elsewhere, for when the outlet takes it down.")
    )
    recording = WebField(
        _("recording"),
        help_text=_("Its address at YouTube, Vimeo and the like. It is played on our page."),
    )
    captioned = models.BooleanField(_("the recording has captions"), default=False)
    transcript = ProseField(_("transcript"), blank=True, help_text=_("Of the recording, word by word."))
    topics = ParentalManyToManyField(Topic, blank=True, related_name="coverage", verbose_name=_("topics"))

    base_form_class = CoverageForm
    files_itself = True
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("headline"),
        index.SearchField("summary"),
        index.FilterField("language"),
    ]
    parent_page_types = ["media.MediaPage"]
    subpage_types: list[str] = []

    content_panels = [
        MultiFieldPanel(
            [
                FieldPanel("outlet"),
                FieldPanel("programme"),
                FieldRowPanel([FieldPanel("day"), FieldPanel("form"), FieldPanel("spoken")]),
                FieldPanel("headline"),
            ],
            heading=_("Where and when"),
        ),
        Rows("people", label=_("Person"), heading=_("Who of us is in it")),
        FieldPanel("names_us"),
        FieldPanel("summary"),
        MultiFieldPanel([FieldPanel("link"), FieldPanel("archived")], heading=_("Where one finds it")),
        MultiFieldPanel(
            [FieldPanel("recording"), FieldPanel("captioned"), FieldPanel("transcript")], heading=_("Recording")
        ),
        FieldPanel("topics", widget=ManyOf),
    ]

    class Meta:
        verbose_name = _("media coverage")
        verbose_name_plural = pgettext_lazy("several", "media coverage")

    edit_handler = BasePage.tabs(content_panels)

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> CoveragePage | None:
        """The page as a revision keeps it (django-modelcluster's protocol), without an outlet that is gone since."""
        if check_fks and not Outlet.objects.filter(pk=data.get("outlet")).exists():
            data = {**data, "outlet": None}
        page: CoveragePage | None = super().from_serializable_data(data, check_fks=check_fks, strict_fks=strict_fks)
        return page

    @property
    def dated(self) -> datetime | None:
        """It stands in lists by the day on which it appeared."""
        return datetime.combine(self.day, time(), UTC)

    def clean(self) -> None:
        """A recording has a player, and the copy isn't the piece itself."""
        super().clean()
        if found := wrong.addresses(self):
            raise ValidationError(found)

    def prepare_for_print(self) -> None:
        """The title follows from the fields."""
        super().prepare_for_print()
        self.entitle()

    def entitle(self) -> None:
        """Compose the title, as far as it can be told who, where and when."""
        if self.outlet is None or self.day is None:
            return
        people = [naming.person(one.person, self.language) for one in self.people.all()]
        self.title = titles.composed(
            in_language(self.language),
            list(filter(None, people or [naming.organisation(self.language)])),
            naming.outlet(self.outlet, self.language),
            self.programme,
            self.day,
            self.language,
        )

    def _fill_in(self) -> None:
        if not self.language:
            self.language = self._inherited_language()
        self.entitle()
        super()._fill_in()

    def shelves(self) -> list[str]:
        """Its section's list, and those of its outlet, its topics and the people in it."""
        section = self.get_parent()
        found = [lists.newest(self._meta.label_lower, self.language)]
        found += [shelves.of(section.pk)] if section else []
        found += [shelves.of_outlet(self.outlet_id, self.language)] if self.outlet_id else []
        found += [lists.topic(topic.pk, self.language) for topic in self.topics.all()]
        return found + [lists.person(one.person_id, self.language) for one in self.people.all()]


class Appearance(NamesAPerson, Orderable):
    """Someone of us in a piece, and as what."""

    page = ParentalKey(CoveragePage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="coverage", verbose_name=_("person"))
    role = models.CharField(
        pgettext_lazy("of somebody", "part"), max_length=12, choices=Part.choices, default=Part.INTERVIEWED
    )

    class Meta(Orderable.Meta):
        verbose_name = _("person in a piece")

    def __str__(self) -> str:
        return f"{self.person}, {self.get_role_display()}"
