"""Press releases, and the press room that they stand in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.search import index

from communique.content import lists
from communique.content.choices import ManyOf
from communique.content.models import BasePage, DatedPage, Topic
from communique.content.models.fields import BodyField, ProseField

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
