"""Who the organisation is: the one record that every page, mail and file takes it from."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.models import Orderable

from .fields import LanguageField, ProseField, RorField


@register_setting(icon="home", order=1)
class Organisation(BaseGenericSetting, ClusterableModel):
    """Who we are. Pages, mails and files all take it from here."""

    class Described(models.TextChoices):
        """What search engines and catalogues are told that we are: types of schema.org."""

        ORGANISATION = "Organization", _("Organisation")
        NGO = "NGO", _("Non-governmental organisation")
        RESEARCH = "ResearchOrganization", _("Research organisation")
        EDUCATION = "EducationalOrganization", _("Educational organisation")

    name = models.CharField(
        _("name"), max_length=255, default="", blank=True, help_text=_("In full, as it stands on letters.")
    )
    short_name = models.CharField(
        _("short name"), max_length=100, default="", blank=True, help_text=_("Or the acronym.")
    )
    email = models.EmailField(
        _("e-mail"), default="", blank=True, help_text=_("Where the public may write to. It is published.")
    )
    telephone = models.CharField(_("telephone"), max_length=60, default="", blank=True)
    founded = models.PositiveSmallIntegerField(_("founded"), null=True, blank=True, help_text=_("The year."))
    logo = models.ForeignKey(
        "content.Picture",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("logo"),
    )

    ror = RorField(
        _("ROR iD"), help_text=_("Names us in the register of research organisations: https://ror.org/05gq02987.")
    )
    described_as = models.CharField(
        _("kind"),
        max_length=30,
        choices=Described,
        default=Described.ORGANISATION,
        help_text=_("What search engines and catalogues are told that we are."),
    )

    panels = [
        MultiFieldPanel(
            [FieldPanel(name) for name in ("name", "short_name", "described_as", "founded", "ror")], heading=_("Name")
        ),
        FieldPanel("logo"),
        MultiFieldPanel([FieldPanel("email"), FieldPanel("telephone")], heading=_("How to reach us")),
        InlinePanel("texts", label=_("Language"), heading=_("In each language")),
        InlinePanel("links", label=_("Link"), heading=_("Elsewhere on the web")),
    ]

    class Meta:
        verbose_name = _("organisation")

    def __str__(self) -> str:
        return self.name or gettext("Organisation")


class OrganisationText(models.Model):
    """The organisation in one language."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    name = models.CharField(_("name"), max_length=255, blank=True)
    short_name = models.CharField(_("short name"), max_length=100, blank=True)
    tagline = models.CharField(_("tagline"), max_length=255, blank=True, help_text=_("What we do, in a line."))
    address = models.TextField(_("address"), blank=True, help_text=_("Where we are, line by line."))
    about = ProseField(_("about us"), blank=True, help_text=_("A paragraph about us."))

    class Meta:
        verbose_name = _("organisation in a language")
        verbose_name_plural = _("organisation in languages")
        constraints = [
            models.UniqueConstraint(fields=["organisation", "language"], name="content_organisation_text_once")
        ]

    def __str__(self) -> str:
        return self.name or self.language


class SocialLink(Orderable):
    """A place of the organisation elsewhere on the web."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="links")
    label = models.CharField(_("name"), max_length=60, help_text=_("“Mastodon”, “YouTube”."))
    url = models.URLField(_("address"), max_length=500)

    class Meta(Orderable.Meta):
        verbose_name = _("link")

    def __str__(self) -> str:
        return self.label
