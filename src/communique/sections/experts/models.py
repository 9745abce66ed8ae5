"""Experts: what somebody can be asked about, where in the world, in which languages; and the page to find them by."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.search import index

from communique.content.choices import ManyOf
from communique.content.models import BasePage, Person, Topic
from communique.content.models.fields import LanguageField, ProseField
from communique.text import slugs

from .fields import SpokenField, dialled


class Region(index.Indexed, ClusterableModel):
    """A part of the world that somebody knows."""

    title = models.CharField(_("title"), max_length=255, unique=True, help_text=_("“Central Asia”, “the Gulf”."))
    # The end of an address. It is made of the title once, and stays, so that what was linked to stays.
    slug = models.SlugField(max_length=255, unique=True, allow_unicode=True, editable=False)

    panels = [
        FieldPanel("title"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **options: object) -> None:
        """Give it a free slug if it has none."""
        if not self.slug:
            taken = set(Region.objects.exclude(pk=self.pk).values_list("slug", flat=True))
            self.slug = slugs.free(slugs.slug(self.title, fallback="region"), taken)
        super().save(*args, **options)


class RegionText(models.Model):
    """A region as another language calls it."""

    region = ParentalKey(Region, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    title = models.CharField(_("title"), max_length=255)

    class Meta:
        verbose_name = _("region in a language")
        verbose_name_plural = _("regions in languages")
        constraints = [models.UniqueConstraint(fields=["region", "language"], name="experts_region_text_once")]

    def __str__(self) -> str:
        return self.title


class Expert(index.Indexed, ClusterableModel):
    """What somebody can be asked about. All of it is published."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="expertise", verbose_name=_("person"))
    topics = ParentalManyToManyField(Topic, blank=True, related_name="experts", verbose_name=_("topics"))
    regions = ParentalManyToManyField(Region, blank=True, related_name="experts", verbose_name=_("regions"))
    spoken = SpokenField(_("languages"), help_text=_("In which they can be asked."))
    for_media = models.BooleanField(
        _("answers the media"), default=False, help_text=_("Journalists are told that they may ask.")
    )
    email = models.EmailField(
        _("public e-mail"), blank=True, help_text=_("It is published. Empty: that of the organisation stands there.")
    )
    telephone = models.CharField(
        _("public telephone"), max_length=60, blank=True, help_text=_("It is published: +92 51 1234567.")
    )

    panels = [
        FieldPanel("person"),
        FieldPanel("topics", widget=ManyOf),
        FieldPanel("regions", widget=ManyOf),
        FieldPanel("spoken"),
        MultiFieldPanel(
            [FieldPanel(name) for name in ("for_media", "email", "telephone")], heading=_("How to reach them")
        ),
    ]
    search_fields = [index.RelatedFields("person", [index.SearchField("name"), index.AutocompleteField("name")])]

    class Meta:
        ordering = ["person__name"]
        verbose_name = _("expert")
        verbose_name_plural = _("experts")

    def __str__(self) -> str:
        return str(self.person)

    def clean(self) -> None:
        """A telephone number can be dialled."""
        super().clean()
        self.telephone = dialled(self.telephone)


class ExpertsPage(BasePage):
    """Find an expert: all of them, and those for each topic, region and language."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("page to find experts")
        verbose_name_plural = _("pages to find experts")

    edit_handler = BasePage.tabs(content_panels)
