"""Topics: what an article is about."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from communique.content import addressing
from communique.text import slugs

from .fields import LanguageField, ProseField


class Topic(index.Indexed, ClusterableModel):
    """What articles can be about. Its page lists them."""

    title = models.CharField(max_length=255)
    slug = models.SlugField(
        max_length=255,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text="The end of its address: /topics/…/. Made from the title if left empty.",
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        help_text="A wider topic that this one belongs to.",
    )
    description = ProseField(blank=True, help_text="Stands at the top of the topic's page.")

    panels = [
        FieldPanel("title"),
        FieldPanel("parent"),
        FieldPanel("description"),
        FieldPanel("slug"),
        InlinePanel("texts", label="Language", heading="In other languages"),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A topic can't stand below itself."""
        super().clean()
        above, seen = self.parent, {self.pk}
        while above is not None:
            if above.pk in seen and above.pk is not None:
                raise ValidationError({"parent": f"“{above}” stands below this topic already."})
            seen.add(above.pk)
            above = above.parent

    def save(self, *args: object, **options: object) -> None:
        """Give it a free slug if it has none; an earlier one leads to it."""
        if not self.slug:
            taken = set(Topic.objects.exclude(pk=self.pk).values_list("slug", flat=True))
            self.slug = slugs.free(slugs.slug(self.title, fallback="topic"), taken)
        before = Topic.objects.filter(pk=self.pk).values_list("slug", flat=True).first() if self.pk else None
        super().save(*args, **options)
        if before and before != self.slug:
            addressing.renamed(addressing.topic_address, before, self.slug)


class TopicText(models.Model):
    """A topic in another language."""

    topic = ParentalKey(Topic, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    title = models.CharField(max_length=255)
    description = ProseField(blank=True)

    class Meta:
        verbose_name = "topic in a language"
        verbose_name_plural = "topics in languages"
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="content_topic_text_once")]

    def __str__(self) -> str:
        return self.title
