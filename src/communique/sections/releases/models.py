"""Press releases, the press room that they stand in, and ways in for journalists while an embargo holds."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.search import index

from communique.content import lists
from communique.content.choices import ManyOf
from communique.content.frames import absolute
from communique.content.models import BasePage, DatedPage, Topic
from communique.content.models.fields import BodyField, ProseField
from communique.publishing.speaking import invalid
from communique.text.sentences import sentence

from . import shelves


class Contact(models.Model):
    """Whom journalists may ask: on a press room for all its releases, on a release instead of that."""

    contact_name = models.CharField(_("contact for the press"), max_length=255, blank=True)
    contact_email = models.EmailField(_("e-mail"), blank=True, help_text=_("It is published."))
    contact_telephone = models.CharField(_("telephone"), max_length=60, blank=True, help_text=_("It is published."))

    contact_panel = MultiFieldPanel(
        [FieldPanel(name) for name in ("contact_name", "contact_email", "contact_telephone")],
        heading=_("Contact for the press"),
    )

    class Meta:
        abstract = True


class ReleasesPage(BasePage, Contact):
    """A press room. Its page lists the releases, the newest first, and says whom to ask."""

    introduction = ProseField(_("introduction"), blank=True, help_text=_("Stands above the list. May be empty."))

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), Contact.contact_panel]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types = ["releases.ReleasePage"]

    class Meta:
        verbose_name = _("press room")
        verbose_name_plural = _("press rooms")

    edit_handler = BasePage.tabs(content_panels)


class ReleasePage(DatedPage, Contact):
    """A press release. One that is scheduled is under embargo until then; who has a link of ours reads it before."""

    place = models.CharField(_("place"), max_length=100, blank=True, help_text=_("It stands before the text."))
    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("What it says, in a sentence or two."))
    body = BodyField(blank=True)
    topics = ParentalManyToManyField(Topic, blank=True, related_name="releases", verbose_name=_("topics"))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("place"),
        FieldPanel("body"),
        Contact.contact_panel,
    ]
    filing_panels = [FieldPanel("topics", widget=ManyOf), DatedPage.date_panel]
    needs_a_body = True
    search_fields = [*BasePage.search_fields, index.SearchField("standfirst"), index.FilterField("language")]
    parent_page_types = ["releases.ReleasesPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("press release")
        verbose_name_plural = _("press releases")

    edit_handler = DatedPage.tabs(content_panels, ObjectList(filing_panels, heading=_("Topics, date")))

    def shelves(self) -> list[str]:
        """Its press room's list, the newest of its language, and those of its topics."""
        section = self.get_parent()
        found = [lists.newest(self._meta.label_lower, self.language)]
        found += [shelves.of(section.pk)] if section else []
        return found + [lists.topic(topic.pk, self.language) for topic in self.topics.all()]


def new_key() -> str:
    """What nobody can guess."""
    return secrets.token_urlsafe(24)


class EarlyLink(models.Model):
    """A way in to a release under embargo, for one newsroom. It can be taken back."""

    release = models.ForeignKey(
        ReleasePage, on_delete=models.CASCADE, related_name="early_links", verbose_name=_("press release")
    )
    newsroom = models.CharField(_("for whom"), max_length=255, help_text=_("A newspaper, a journalist."))
    key = models.CharField(max_length=64, unique=True, default=new_key, editable=False)
    made = models.DateTimeField(_("made"), default=timezone.now, editable=False)
    revoked = models.BooleanField(_("taken back"), default=False, help_text=_("Then it leads nowhere."))

    panels = [FieldPanel("release"), FieldPanel("newsroom"), FieldPanel("revoked")]

    class Meta:
        ordering = ["-made", "-pk"]
        verbose_name = _("link before the embargo ends")
        verbose_name_plural = _("links before the embargo ends")

    def __str__(self) -> str:
        return f"{self.newsroom}: {self.release}"

    def clean(self) -> None:
        """There is nothing to read before it is out where it is out."""
        super().clean()
        if self._state.adding and self.release_id and self.release.live:
            said = sentence("“{release}” is out already: pass on its own address.", release=self.release)
            raise ValidationError({"release": invalid(said)})

    @property
    def address(self) -> str:
        """Where it leads in."""
        return absolute(reverse("releases_early", args=[self.key]))

    @property
    def link(self) -> str:
        """The same, to be copied."""
        if self.revoked:
            return gettext("taken back")
        return format_html('<a href="{}" rel="noreferrer">{}</a>', self.address, self.address)

    link.fget.short_description = _("link")  # type: ignore[attr-defined]  # Django's name for a column's head

    @property
    def until(self) -> datetime | None:
        """When the embargo ends; None while the release isn't scheduled: then the link leads nowhere yet."""
        revision = self.release.scheduled_revision
        return revision.approved_go_live_at if revision is not None else None

    until.fget.short_description = _("embargo ends")  # type: ignore[attr-defined]  # Django's name for a column's head
