"""Who the organisation is: the one record that every page, mail and file takes it from."""

from __future__ import annotations

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from .fields import LanguageField, ProseField, RorField


@register_setting(icon="home", order=1)
class Organisation(BaseGenericSetting, ClusterableModel):
    """Who we are. Pages, mails and files all take it from here."""

    name = models.CharField(max_length=255, default="", blank=True, help_text="In full, as it stands on letters.")
    short_name = models.CharField(max_length=100, default="", blank=True, help_text="Or the acronym.")
    email = models.EmailField(
        "e-mail", default="", blank=True, help_text="Where the public may write to. It is published."
    )
    telephone = models.CharField(max_length=60, default="", blank=True)
    founded = models.PositiveSmallIntegerField(null=True, blank=True, help_text="The year.")
    logo = models.ForeignKey("content.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")

    ror = RorField("ROR iD", help_text="Names us in the register of research organisations: https://ror.org/05gq02987.")

    panels = [
        MultiFieldPanel([FieldPanel(name) for name in ("name", "short_name", "founded", "ror")], heading="Name"),
        FieldPanel("logo"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("telephone")], heading="How to reach us"),
        InlinePanel("texts", label="Language", heading="In each language"),
        InlinePanel("links", label="Link", heading="Elsewhere on the web"),
    ]

    class Meta:
        verbose_name = "organisation"

    def __str__(self) -> str:
        return self.name or "Organisation"


class OrganisationText(models.Model):
    """The organisation in one language."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(max_length=255, blank=True)
    short_name = models.CharField(max_length=100, blank=True)
    tagline = models.CharField(max_length=255, blank=True, help_text="What we do, in a line.")
    address = models.TextField(blank=True, help_text="Where we are, line by line.")
    about = ProseField(blank=True, help_text="A paragraph about us.")

    class Meta:
        verbose_name = "organisation in a language"
        verbose_name_plural = "organisation in languages"
        constraints = [
            models.UniqueConstraint(fields=["organisation", "language"], name="content_organisation_text_once")
        ]

    def __str__(self) -> str:
        return self.name or self.language


class SocialLink(Orderable):
    """A place of the organisation elsewhere on the web."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(max_length=60, help_text="“Mastodon”, “YouTube”.")
    url = models.URLField("address", max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = "link"

    def __str__(self) -> str:
        return self.label
