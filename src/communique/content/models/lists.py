"""Lists in print: which pages stand in which list, in what order.

A list (a section's articles, a topic's, a person's) is read by its shelf: "section:12", "topic:3:ur", "person:7:en".
A shelf is kept as text so that one index serves them all; a page's places go when the page goes.
"""

from __future__ import annotations

from django.db import models
from wagtail.models import Page

from .fields import LanguageField


class Listing(models.Model):
    """A page's place in one list."""

    page = models.ForeignKey(Page, on_delete=models.CASCADE, related_name="listings")
    kind = models.CharField(max_length=100)  # what the page is: articles.articlepage
    shelf = models.CharField(max_length=100)
    language = LanguageField()
    published = models.DateTimeField()
    # So that a list of a hundred thousand is counted by adding up years and months that no longer change.
    year = models.IntegerField()
    month = models.IntegerField()  # year and month: 202611

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["page", "shelf"], name="content_listing_once")]
        indexes = [
            models.Index(fields=["shelf", "published", "page"], name="content_listing_place"),
            models.Index(fields=["shelf", "language", "published", "page"], name="content_listing_language"),
            models.Index(fields=["shelf", "year", "page"], name="content_listing_of_year"),
            models.Index(fields=["shelf", "month", "page"], name="content_listing_of_month"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} in {self.shelf}"


class Leaf(models.Model):
    """An older page of a list that may be printed: the list has been long enough for it."""

    shelf = models.CharField(max_length=100)
    number = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shelf", "number"], name="content_leaf_once")]

    def __str__(self) -> str:
        return f"{self.shelf}, page {self.number}"


class Period(models.Model):
    """A year or a month of a list that something has stood in, so that a page of it may be printed."""

    shelf = models.CharField(max_length=100)
    year = models.IntegerField()
    month = models.IntegerField()  # 0 for the year as a whole

    class Meta:
        constraints = [models.UniqueConstraint(fields=["shelf", "year", "month"], name="content_period_once")]

    def __str__(self) -> str:
        return f"{self.shelf}, {self.year}-{self.month:02}" if self.month else f"{self.shelf}, {self.year}"
