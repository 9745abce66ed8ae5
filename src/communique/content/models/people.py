"""People as print names them: authors, editors, speakers, members of the board. Not accounts."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, model_from_serializable_data
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from communique.content import addressing
from communique.text import slugs

from .fields import LanguageField, ProseField, RorField
from .orcid import as_stored, is_orcid


class Person(index.Indexed, ClusterableModel):
    """Someone named in print. An account for signing in is something else."""

    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=255)
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("The end of the address: /people/…/. Made from the name if left empty."),
    )
    role = models.CharField(
        pgettext_lazy("of a person", "role"), max_length=255, blank=True, help_text=_("At present: “Senior fellow”.")
    )
    affiliation = models.CharField(
        _("affiliation"), max_length=255, blank=True, help_text=_("At present: a university, a ministry.")
    )
    affiliation_ror = RorField(
        _("ROR iD of the affiliation"),
        help_text=_("Names it in the register of research organisations. May be empty."),
    )
    biography = ProseField(_("biography"), blank=True)
    picture = models.ForeignKey(
        "content.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("portrait"),
    )
    orcid = models.CharField(
        _("ORCID iD"),
        max_length=19,
        blank=True,
        help_text=_("Sixteen digits that name a scholar: 0000-0002-1825-0097."),
    )
    email = models.EmailField(_("e-mail"), blank=True, help_text=_("For the desk only. It is never published."))

    panels = [
        FieldPanel("name"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("role", "affiliation", "affiliation_ror")], heading=_("At present")
        ),
        FieldPanel("biography"),
        FieldPanel("picture"),
        FieldPanel("orcid"),
        FieldPanel("email"),
        FieldPanel("slug"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("affiliation"),
    ]

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """An ORCID iD carries its own check."""
        super().clean()
        self.orcid = as_stored(self.orcid)
        if self.orcid and not is_orcid(self.orcid):
            said = _("This is no ORCID iD: its last sign doesn't agree with the others.")
            raise ValidationError({"orcid": said})

    def save(self, *args: object, **options: object) -> None:
        """Give them a free slug if they have none; an earlier one leads to it."""
        if not self.slug:
            taken = set(Person.objects.exclude(pk=self.pk).values_list("slug", flat=True))
            self.slug = slugs.free(slugs.slug(self.name, fallback="person"), taken)
        before = Person.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **options)
        if before and before != self.slug:
            addressing.renamed(addressing.person_address, before, self.slug)


class PersonText(models.Model):
    """A person as another language names them."""

    person = ParentalKey(Person, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(pgettext_lazy("of a person", "name"), max_length=255)
    role = models.CharField(pgettext_lazy("of a person", "role"), max_length=255, blank=True)
    affiliation = models.CharField(_("affiliation"), max_length=255, blank=True)
    biography = ProseField(_("biography"), blank=True)

    class Meta:
        verbose_name = _("person in a language")
        verbose_name_plural = _("people in languages")
        constraints = [models.UniqueConstraint(fields=["person", "language"], name="content_person_text_once")]

    def __str__(self) -> str:
        return self.name


class NamesAPerson(models.Model):
    """A row of a page that names someone, who can't be deleted meanwhile. Drafts and older versions don't hinder it."""

    class Meta:
        abstract = True

    @classmethod
    def from_serializable_data(
        cls, data: dict[str, Any], check_fks: bool = True, strict_fks: bool = False
    ) -> NamesAPerson | None:
        """The row as a revision keeps it (django-modelcluster's protocol); None if the person is gone since then."""
        if check_fks and not Person.objects.filter(pk=data["person"]).exists():
            return None
        row: NamesAPerson = model_from_serializable_data(cls, data, check_fks=check_fks, strict_fks=strict_fks)
        return row
