"""Amendments: what was changed in a page that readers have seen, of what kind, and what they are told of it.

The rows are a record: once readers have been told, a row stays as it is. Who finds the kind wrong classes the change
anew, which adds a row that takes the place of the first.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Page, Revision

from .fields import LanguageField


class RecordIsKept(RuntimeError):
    """What readers were told of a change can't be edited; the change can be classed anew."""


class Kind(models.TextChoices):
    """What a change of a live page is to its readers."""

    TYPO = "typo", _("Typo")
    UPDATE = "update", pgettext_lazy("kind of change", "Update")
    CORRECTION = "correction", _("Correction")
    RETRACTION = "retraction", _("Retraction")


class Amendment(models.Model):
    """One change of a live page. While `published` is empty it waits for its revision to go out."""

    Kind = Kind

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="amendments")
    kind = models.CharField(max_length=12, choices=Kind.choices, blank=True)  # empty: nobody has said yet
    wrong = models.TextField(blank=True)
    right = models.TextField(blank=True)
    note = models.TextField(blank=True)  # what is new; why it was retracted
    revision = models.ForeignKey(Revision, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    replaces = models.OneToOneField(  # it was classed anew
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="replaced_by"
    )
    reason = models.TextField(blank=True)  # why it was classed anew, for the desk only
    made = models.DateTimeField(auto_now_add=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    published = models.DateTimeField(null=True, blank=True)  # when readers saw the change

    # Its place in print.
    standing = models.BooleanField(default=False)  # readers have seen it, and it is classed like this
    shelf = models.CharField(max_length=100, blank=True)  # the list it stands in: corrections:en
    language = LanguageField()
    year = models.IntegerField(default=0)
    month = models.IntegerField(default=0)  # year and month: 202611

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["page"], condition=models.Q(published=None), name="content_amendment_one_waits"
            ),
        ]
        indexes = [
            models.Index(fields=["shelf", "published", "id"], name="content_amendment_place"),
            models.Index(fields=["shelf", "year"], name="content_amendment_year"),
            models.Index(fields=["shelf", "month"], name="content_amendment_month"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.page_id}"

    def save(self, *args: Any, **options: Any) -> None:
        """Keep a new row, or one that still waits. Raises RecordIsKept."""
        if self.pk and not Amendment.objects.filter(pk=self.pk, published=None).exists():
            raise RecordIsKept("Readers have been told of this change. Class it anew instead of editing it.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> tuple[int, dict[str, int]]:
        """Forget one that still waits. Raises RecordIsKept."""
        if self.published is not None:
            raise RecordIsKept("Readers have been told of this change. Class it anew instead of deleting it.")
        return super().delete(*args, **options)
