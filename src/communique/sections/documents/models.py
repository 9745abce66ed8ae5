"""A document: its page, and its versions, of which the last is the one that its address leads to."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel

from communique.content.models import BasePage, KeptVersion
from communique.content.models.fields import BodyField
from communique.content.models.panels import Rows
from communique.content.papers import keeping
from communique.text.sentences import Sentence, from_kept, sentence

from .panels import Fate


class DocumentPage(BasePage):
    """A document with a page of its own. A new version takes the place of the one before, which stays to be had."""

    standfirst = models.TextField(_("standfirst"), blank=True, help_text=_("What it is about, in a sentence or two."))
    body = BodyField(blank=True, help_text=_("Stands below the document. May be empty."))

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        Rows(
            "versions",
            label=_("Version"),
            heading=_("Versions, the newest last"),
            help_text=_(
                "The address of the document leads to the last one. To replace it, add another below it: those "
                "before keep addresses of their own."
            ),
        ),
        Fate("versions", heading=_("Downloads and text")),
        FieldPanel("body"),
    ]
    parent_page_types = ["content.HomePage", "content.PlainPage"]
    subpage_types: list[str] = []

    class Meta:
        verbose_name = _("document page")
        verbose_name_plural = _("document pages")

    edit_handler = BasePage.tabs(content_panels)

    def prepare_for_print(self) -> None:
        """Keep each version's file as it is now: what happens in the library later doesn't change it."""
        super().prepare_for_print()
        keeping.keep_all(self.versions)


class DocumentVersion(KeptVersion):
    """A version of a document."""

    page = ParentalKey(DocumentPage, on_delete=models.CASCADE, related_name="versions")


class DocumentText(models.Model):
    """What the newest version of a public document says, so that it can be searched. Taken by the worker."""

    class State(models.TextChoices):
        """Whether there is one."""

        TAKEN = "taken", _("taken")
        NONE = "none", _("it has none")
        FAILED = "failed", _("it can’t be read")

    page = models.OneToOneField(DocumentPage, on_delete=models.CASCADE, primary_key=True, related_name="kept_text")
    file = models.CharField(max_length=255)
    language = models.CharField(max_length=12)
    state = models.CharField(max_length=10, choices=State.choices)
    why = models.TextField(blank=True)
    text = models.TextField(blank=True)
    pages = models.JSONField(default=list)
    cut = models.BooleanField(default=False)
    recipe = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.file} ({self.state})"

    @property
    def said(self) -> Sentence:
        """What the desk tells of it."""
        if self.state == self.State.FAILED:
            return sentence("The text of the file can’t be read: {reason}", reason=from_kept(self.why))
        if self.state == self.State.NONE:
            return sentence("The file has no text, only pictures: search and screen readers find nothing in it.")
        if self.cut:
            return sentence("The beginning of its text was read for search; the rest is too long.")
        return sentence("Its text was read for search.")

    @property
    def remedy(self) -> Sentence:
        """What would do, where there is no text."""
        if self.state == self.State.FAILED:
            return sentence("Open it, save it anew without protection, and add that as a new version.")
        return sentence("Have its text recognised by a program for scans (OCR), and add that as a new version.")
