"""The contact page: its places, what one can write about, and who gets what is written."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, validate_email
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Orderable

from communique.content.models import BasePage
from communique.content.models.fields import ProseField
from communique.content.models.panels import Rows
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

SHORTEST, LONGEST = 7, 3650


class ContactPage(BasePage):
    """How one reaches the organisation. There may be a form; what is written in it is kept here and sent by mail."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands at the top. May be empty."))
    takes_letters = models.BooleanField(
        _("readers can write to us here"),
        default=False,
        help_text=_(
            "Shows a form. It needs a subject with a recipient, and a published page on privacy in this language; "
            "without that page the form isn’t shown."
        ),
    )
    consent = models.CharField(
        _("what one agrees to"),
        max_length=500,
        blank=True,
        help_text=_("Only if the law of your place asks for it: a box to tick. It is kept with the letter."),
    )
    keep_days = models.PositiveIntegerField(
        _("days for which letters are kept"),
        default=365,
        validators=[MinValueValidator(SHORTEST), MaxValueValidator(LONGEST)],
        help_text=_("Readers are told. What was told to somebody who wrote holds for their letter."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        Rows("places", label=_("Place"), heading=_("Places, in order")),
        MultiFieldPanel(
            [FieldPanel("takes_letters"), FieldPanel("keep_days"), FieldPanel("consent")], heading=_("The form")
        ),
        Rows(
            "subjects",
            label=_("Subject"),
            heading=_("What one can write about"),
            help_text=_("Readers choose one of these. If there is one only, there is nothing to choose."),
        ),
    ]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("contact page")
        verbose_name_plural = _("contact pages")

    edit_handler = BasePage.tabs(content_panels)


class ContactPlace(Orderable):
    """An office: where it is, when it is open, how one reaches it."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="places")
    name = models.CharField(_("name"), max_length=255, help_text=_("“Head office”, “Islamabad”."))
    address = models.TextField(_("address"), blank=True, help_text=_("Line by line, as on a letter."))
    telephone = models.CharField(_("telephone"), max_length=60, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    hours = models.TextField(_("office hours"), blank=True, help_text=_("“Monday to Friday, 9:00 to 17:00”."))
    map_link = models.URLField(
        _("link to a map"), blank=True, help_text=_("Readers follow it if they want to; no map is fetched by the page.")
    )

    panels = [FieldPanel(name) for name in ("name", "address", "telephone", "email", "hours", "map_link")]

    class Meta(Orderable.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def __str__(self) -> str:
        return self.name


class ContactSubject(Orderable):
    """What one can write about, and who gets it."""

    page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="subjects")
    label = models.CharField(_("what readers see"), max_length=120, help_text=_("“Press”, “Events”, “Anything else”."))
    recipients = models.CharField(
        _("recipients"),
        max_length=500,
        help_text=_("E-mail addresses with commas between them. Readers never see them."),
    )

    panels = [FieldPanel("label"), FieldPanel("recipients")]

    class Meta(Orderable.Meta):
        verbose_name = _("subject")
        verbose_name_plural = _("subjects")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Each recipient is an address, and named once."""
        super().clean()
        self.recipients = ", ".join(self.addresses)
        for address in self.addresses:
            try:
                validate_email(address)
            except ValidationError:
                said = sentence(
                    "“{address}” is no e-mail address. Write one like office@institute.org.", address=address
                )
                raise ValidationError({"recipients": invalid(said)}) from None

    @property
    def addresses(self) -> list[str]:
        """The recipients, each once."""
        return list(dict.fromkeys(part.strip() for part in self.recipients.split(",") if part.strip()))
