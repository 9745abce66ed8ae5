"""Legal pages: privacy, who answers for the site, how accessible it is. One of each in a language."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from .fields import BodyField
from .pages import BasePage


class LegalPage(BasePage):
    """A page that the foot of every page leads to. The one on privacy says by itself what the site keeps."""

    class Role(models.TextChoices):
        """What it is about."""

        PRIVACY = "privacy", _("Privacy")
        IMPRINT = "imprint", _("Imprint: who answers for the site")
        ACCESSIBILITY = "accessibility", _("Accessibility statement")

    role = models.CharField(
        _("what it is"),
        max_length=20,
        choices=Role.choices,
        db_index=True,
        help_text=_(
            "One of each in a language. A privacy page begins with what this site does with data, compiled from "
            "what is switched on; below it stands what you write."
        ),
    )
    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("A sentence or two below the title. May be empty.")
    )
    body = BodyField(
        blank=True,
        help_text=_("On privacy: what else is to be said, such as how long your server keeps notes."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("role"),
        FieldPanel("standfirst"),
        FieldPanel("body"),
    ]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("legal page")

    edit_handler = BasePage.tabs(content_panels)

    def clean(self) -> None:
        """There is one of each in a language."""
        super().clean()
        others = LegalPage.objects.filter(role=self.role, language=self.language, live=True).exclude(pk=self.pk)
        if self.role and (other := others.first()) is not None:
            said = sentence(
                "“{page}” is this page in this language already. Change that one, or choose something else here.",
                page=other,
            )
            raise ValidationError({"role": invalid(said)})
