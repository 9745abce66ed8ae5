"""Files to take along, as they were when they were published, and how often they were."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.documents.models import Document
from wagtail.models import Orderable


def today() -> date:
    """The day at the organisation's place."""
    return timezone.localdate()


class KeptVersion(Orderable):
    """A version of a page's file, as it was when it was published; the page is the parental key `page` of its kind."""

    document = models.ForeignKey(
        Document, null=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("file")
    )
    day = models.DateField(_("date"), default=today)
    note = models.CharField(_("what is new in it"), max_length=300, blank=True, help_text=_("May be empty."))
    # What was kept, and of which document of the library.
    kept_of = models.BigIntegerField(null=True, editable=False, db_index=True)
    file = models.CharField(max_length=255, blank=True, editable=False)
    kind = models.CharField(max_length=10, blank=True, editable=False)
    size = models.BigIntegerField(default=0, editable=False)

    panels = [FieldPanel("document"), FieldPanel("day"), FieldPanel("note")]
    public = ("page_id", "sort_order", "day", "note", "file", "kind", "size", "kept_of")
    """The columns that can be read while printing."""

    class Meta(Orderable.Meta):
        abstract = True
        verbose_name = _("version")
        verbose_name_plural = _("versions")

    def __str__(self) -> str:
        return f"{self.day}"


class Download(models.Model):
    """How often a kept file was downloaded on a day."""

    file = models.CharField(max_length=255)
    day = models.DateField()
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "day"], name="content_one_count_a_day")]

    def __str__(self) -> str:
        return f"{self.file}, {self.day}: {self.count}"
