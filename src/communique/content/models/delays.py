"""Pages that were due and could not be published: kept until they are, for their editors to see."""

from __future__ import annotations

from django.db import models
from wagtail.models import Page

from communique.text.sentences import Sentence, from_kept


class Delay(models.Model):
    """Why a scheduled page isn't out, or an expired one not taken down."""

    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="delay")
    reason = models.TextField()  # a sentence as it is kept
    since = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.page_id}: {self.said}"

    @property
    def said(self) -> Sentence:
        """Why, to be said in any language."""
        return from_kept(self.reason)
