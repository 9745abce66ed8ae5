"""Topics: what an article is about."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.search import index

from communique.content import addressing
from communique.publishing.speaking import invalid
from communique.text import slugs
from communique.text.sentences import sentence

from .fields import LanguageField, ProseField


class Topic(index.Indexed, ClusterableModel):
    """What articles can be about. Its page lists them."""

    title = models.CharField(_("title"), max_length=255)
    slug = models.SlugField(
        _("slug"),
        max_length=255,
        unique=True,
        allow_unicode=True,
        blank=True,
        help_text=_("The end of its address: /topics/…/. Made from the title if left empty."),
    )
    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="children",
        verbose_name=_("wider topic"),
        help_text=_("A wider topic that this one belongs to."),
    )
    description = ProseField(_("description"), blank=True, help_text=_("Stands at the top of the topic's page."))

    panels = [
        FieldPanel("title"),
        FieldPanel("parent"),
        FieldPanel("description"),
        FieldPanel("slug"),
        InlinePanel("texts", label=_("Language"), heading=_("In other languages")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("topic")
        verbose_name_plural = _("topics")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """A topic can't stand below itself."""
        super().clean()
        above, seen = self.parent, {self.pk}
        while above is not None:
            if above.pk in seen and above.pk is not None:
                said = sentence("“{topic}” stands below this topic already.", topic=above)
                raise ValidationError({"parent": invalid(said)})
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
    title = models.CharField(_("title"), max_length=255)
    description = ProseField(_("description"), blank=True)

    class Meta:
        verbose_name = _("topic in a language")
        verbose_name_plural = _("topics in languages")
        constraints = [models.UniqueConstraint(fields=["topic", "language"], name="content_topic_text_once")]

    def __str__(self) -> str:
        return self.title
