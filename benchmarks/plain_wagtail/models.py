"""An article with a body of blocks and an author."""

from __future__ import annotations

from django.db import models
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page


class Article(Page):
    """A page with text."""

    standfirst = models.TextField(blank=True)
    body = StreamField([("heading", blocks.CharBlock()), ("paragraph", blocks.RichTextBlock())])


class Author(Orderable):
    """Who wrote it."""

    page = ParentalKey(Article, on_delete=models.CASCADE, related_name="authors")
    name = models.CharField(max_length=100)
