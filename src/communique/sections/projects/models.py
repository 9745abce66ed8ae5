"""Projects with their people, outputs and funding; funders; and the section that projects stand in."""

from __future__ import annotations

from datetime import UTC, datetime, time

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, ObjectList
from wagtail.models import Orderable, Page
from wagtail.search import index

from communique.content import lists
from communique.content.choices import ManyOf
from communique.content.models import BasePage, LedByAPicture, Person, Topic
from communique.content.models.fields import BodyField, LanguageField, ProseField, RorField
from communique.content.models.panels import Rows
from communique.content.models.people import NamesAPerson
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from .fields import CurrencyField, FunderIdField
from .forms import ProjectForm


class Funder(index.Indexed, ClusterableModel):
    """Who pays for projects."""

    name = models.CharField(_("name"), max_length=255, unique=True)
    ror = RorField(_("ROR iD"), help_text=_("Names it in the register of research organisations. May be empty."))
    funder_id = FunderIdField(
        _("Funder ID"), help_text=_("Names it in Crossref's register: https://doi.org/10.13039/501100000780.")
    )
    website = models.URLField(_("website"), blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("ror"),
        FieldPanel("funder_id"),
        FieldPanel("website"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("funder")
        verbose_name_plural = _("funders")

    def __str__(self) -> str:
        return self.name


class FunderText(models.Model):
    """A funder as another language calls it."""

    funder = ParentalKey(Funder, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(_("name"), max_length=255)

    class Meta:
        verbose_name = _("funder in a language")
        verbose_name_plural = _("funders in languages")
        constraints = [models.UniqueConstraint(fields=["funder", "language"], name="projects_funder_text_once")]

    def __str__(self) -> str:
        return self.name


class ProjectsPage(BasePage):
    """A section of projects. Its page lists those that run and those that are completed; another, who pays."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))
    on_funding = ProseField(
        _("about our funding"), blank=True, help_text=_("Stands above the amounts: from whom we take money, and how.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("on_funding")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["projects.ProjectPage"]

    class Meta:
        verbose_name = _("section of projects")
        verbose_name_plural = _("sections of projects")

    edit_handler = BasePage.tabs(content_panels)


class ProjectPage(LedByAPicture):
    """A project. It begins, and is completed, by the press's clock."""

    standfirst = models.TextField(_("aim"), blank=True, help_text=_("What it is to find out, in a sentence or two."))
    began = models.DateField(_("first day"), null=True, blank=True)
    ended = models.DateField(_("last day"), null=True, blank=True, help_text=_("Empty: it has no end yet."))
    body = BodyField(verbose_name=_("text"), blank=True)
    topics = ParentalManyToManyField(Topic, blank=True, related_name="projects", verbose_name=_("topics"))
    statement = models.TextField(
        _("statement about the funding"),
        blank=True,
        help_text=_("It stands on the project and on each of its outputs. Empty: “Funded by …” with the names."),
    )

    base_form_class = ProjectForm
    files_itself = True
    search_fields = [*BasePage.search_fields, index.SearchField("standfirst"), index.FilterField("language")]
    parent_page_types = ["projects.ProjectsPage"]
    subpage_types: list[str] = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldRowPanel([FieldPanel("began"), FieldPanel("ended")], heading=_("Period")),
        Rows("people", label=_("Person"), heading=_("People, in order")),
        LedByAPicture.lead_panel,
        FieldPanel("body"),
        FieldPanel("topics", widget=ManyOf),
        Rows("outputs", label=_("Output"), heading=_("Outputs: what came of it, in order")),
    ]
    money_panels = [
        Rows("fundings", label=_("Amount"), heading=_("Who pays how much in which year")),
        FieldPanel("statement"),
    ]

    class Meta:
        verbose_name = _("project")
        verbose_name_plural = _("projects")

    edit_handler = BasePage.tabs(content_panels, ObjectList(money_panels, heading=_("Funding")))

    @property
    def dated(self) -> datetime | None:
        """It stands in lists by its first day."""
        return datetime.combine(self.began, time(), UTC) if self.began else None

    def clean(self) -> None:
        """A project begins before it ends."""
        super().clean()
        if self.began and self.ended and self.ended < self.began:
            said = sentence("It would end before it began. Choose a later last day, or leave it empty.")
            raise ValidationError({"ended": invalid(said)})

    def shelves(self) -> list[str]:
        """The lists of its topics and of its people."""
        found = [lists.topic(topic.pk, self.language) for topic in self.topics.all()]
        return found + [lists.person(one.person_id, self.language) for one in self.people.all()]


class ProjectPerson(NamesAPerson, Orderable):
    """Someone's part in a project."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="projects", verbose_name=_("person"))
    role = models.CharField(
        pgettext_lazy("of somebody", "part"), max_length=255, blank=True, help_text=_("“Lead”, “field work”.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("person")

    def __str__(self) -> str:
        return f"{self.person}, {self.role}" if self.role else str(self.person)


class ProjectOutput(Orderable):
    """A page of ours that came of a project. It tells who paid for it."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="outputs")
    output = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("output"))

    panels = [FieldPanel("output")]

    class Meta(Orderable.Meta):
        verbose_name = _("output")

    def __str__(self) -> str:
        return str(self.output)


class ProjectFunding(Orderable):
    """What a funder pays for a project in a year."""

    page = ParentalKey(ProjectPage, on_delete=models.CASCADE, related_name="fundings")
    funder = models.ForeignKey(Funder, on_delete=models.PROTECT, related_name="fundings", verbose_name=_("funder"))
    year = models.PositiveSmallIntegerField(_("year"))
    amount = models.BigIntegerField(
        _("amount"), null=True, blank=True, help_text=_("Whole units. Empty: readers are told that it isn't disclosed.")
    )
    currency = CurrencyField(_("currency"))
    number = models.CharField(_("number of the grant"), max_length=100, blank=True)

    panels = [
        FieldPanel("funder"),
        FieldRowPanel([FieldPanel("year"), FieldPanel("amount"), FieldPanel("currency")]),
        FieldPanel("number"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("amount")

    def __str__(self) -> str:
        return f"{self.funder}, {self.year}"

    def clean(self) -> None:
        """An amount is what was given, in a year that there is."""
        super().clean()
        wrong = {}
        if self.amount is not None and not 0 < self.amount < 10**15:
            said = sentence("{amount} can't be what was given. Write what was, without cents.", amount=self.amount)
            wrong["amount"] = invalid(said)
        if self.year is not None and not 1900 <= self.year <= 2200:
            wrong["year"] = invalid(sentence("{year} is no year of ours. Write all four digits.", year=self.year))
        if wrong:
            raise ValidationError(wrong)
