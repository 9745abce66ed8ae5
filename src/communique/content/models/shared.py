"""Shared pieces: a text that stands on many pages and is changed in one place. A disclaimer, a paragraph about us."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel

from communique.text.sentences import Sentence, counted

from .fields import LanguageField, ProseField


class SharedPiece(ClusterableModel):
    """A piece of text that pages share."""

    name = models.CharField(_("name"), max_length=100, unique=True, help_text=_("For editors, who choose it by this."))

    panels = [FieldPanel("name"), InlinePanel("texts", label=_("Language"), heading=_("In each language"))]

    class Meta:
        verbose_name = _("shared piece")
        verbose_name_plural = _("shared pieces")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def used_on(self) -> str:
        """On how many pages it stands, drafts included."""
        from communique.content import shared  # it needs these models

        return str(counted("{number} page", "{number} pages", len(shared.used_on(self))))

    used_on.fget.short_description = _("used on")  # type: ignore[attr-defined]  # Django's name for a column's head


class SharedPieceText(models.Model):
    """A shared piece in one language. A page shows the one in its own."""

    piece = ParentalKey(SharedPiece, on_delete=models.CASCADE, related_name="texts")
    language = LanguageField()
    text = ProseField(
        _("text"), help_text=_("It is printed on every page that shows the piece, as soon as it is saved.")
    )

    class Meta:
        verbose_name = _("shared piece in a language")
        verbose_name_plural = _("shared pieces in languages")
        constraints = [models.UniqueConstraint(fields=["piece", "language"], name="content_shared_piece_text_once")]

    def __str__(self) -> str:
        return f"{self.piece_id}, {self.language}"


class StillUsed(ValidationError):
    """A piece that pages show can't be deleted; the message says which."""

    def __init__(self, said: Sentence) -> None:
        super().__init__(said)  # type: ignore[arg-type]  # it is made a text when it is shown
