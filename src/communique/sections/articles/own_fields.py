"""Fields that only some forms of publication have: numbers, names in registers, what is recommended."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from communique.content.models.identifiers import IdentifierField
from communique.text import doi, isbn, jel
from communique.text.sentences import Sentence, sentence

MOST_PAGES = 9999


class DOIField(IdentifierField):
    """A DOI; whoever pastes its address gets the DOI of it."""

    def as_stored(self, written: str) -> str:
        """The DOI alone."""
        return doi.as_stored(written)

    def is_one(self, stored: str) -> bool:
        """Whether it has the form of one."""
        return doi.is_doi(stored)

    def refusal(self, value: str) -> Sentence:
        """What would do."""
        return sentence(
            "“{value}” is no DOI. One looks like https://doi.org/10.1000/182; copy it from your registration "
            "agency, or leave it empty.",
            value=value,
        )


class ISBNField(IdentifierField):
    """An ISBN, with the hyphens it is printed with."""

    def as_stored(self, written: str) -> str:
        """With hyphens for whatever stood between its parts."""
        return isbn.as_stored(written)

    def is_one(self, stored: str) -> bool:
        """Whether it has the form of one."""
        return isbn.is_isbn(stored)

    def refusal(self, value: str) -> Sentence:
        """What would do."""
        return sentence(
            "“{value}” is no ISBN: its last digit doesn’t agree with the others, or there are too few. Copy all "
            "13 digits from the imprint, or leave it empty.",
            value=value,
        )


class JELField(IdentifierField):
    """JEL codes, with commas between them, however they are pasted."""

    def as_stored(self, written: str) -> str:
        """In capitals, each once."""
        return ", ".join(jel.codes(written))

    def is_one(self, stored: str) -> bool:
        """Whether each has the form of one."""
        return not jel.wrong(stored)

    def refusal(self, value: str) -> Sentence:
        """Which can be none, and what would do."""
        return sentence(
            "No JEL code: {codes}. One is a letter and up to two digits, like F15; find them at {guide}.",
            codes=", ".join(jel.wrong(value)),
            guide=jel.GUIDE,
        )


class OwnFields(models.Model):
    """What an article has by its form. `forms` says which form has which; others aren't shown to readers."""

    abstract = models.TextField(_("abstract"), blank=True, help_text=_("A paragraph that stands before the text."))
    recommendations = models.TextField(
        _("recommendations"),
        blank=True,
        help_text=_("What should be done, a line for each thing. They stand in a box before the text."),
    )
    number = models.CharField(
        _("number on the cover"),
        max_length=60,
        blank=True,
        help_text=_("As it stands on the cover: “Working paper 12”."),
    )
    edition = models.CharField(_("edition"), max_length=100, blank=True, help_text=_("If it isn’t the first."))
    isbn = ISBNField(_("ISBN"), max_length=20, blank=True)
    page_count = models.PositiveSmallIntegerField(
        _("pages"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_PAGES)]
    )
    doi = DOIField(_("DOI"), max_length=255, blank=True, help_text=_("Only a registered one: readers are led there."))
    keywords = models.CharField(
        _("keywords"), max_length=300, blank=True, help_text=_("For catalogues, with commas between them.")
    )
    jel = JELField(
        _("JEL codes"),
        max_length=100,
        blank=True,
        help_text=_("How economists file it, with commas between them: F15, O19."),
    )
    issued_at = models.CharField(_("place of issue"), max_length=120, blank=True)
    signatories = models.TextField(
        _("signatories"), blank=True, help_text=_("Who signed it besides the organisation, a line each.")
    )

    own_panel = MultiFieldPanel(
        [
            FieldPanel("abstract"),
            FieldPanel("recommendations"),
            FieldPanel("number"),
            FieldPanel("edition"),
            FieldPanel("isbn"),
            FieldPanel("page_count"),
            FieldPanel("doi"),
            FieldPanel("keywords"),
            FieldPanel("jel"),
            FieldPanel("issued_at"),
            FieldPanel("signatories"),
        ],
        heading=_("What only some types have"),
    )

    class Meta:
        abstract = True


NAMES = tuple(field.name for field in OwnFields._meta.local_fields)
"""The own fields there are."""
