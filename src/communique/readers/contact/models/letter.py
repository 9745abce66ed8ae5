"""A letter: what a reader wrote, what became of it, and until when it is kept. Nothing says from where it came."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from communique.content.models.fields import LanguageField

from .page import ContactPage


class Letter(models.Model):
    """What a reader wrote in the form."""

    class State(models.TextChoices):
        """What became of it."""

        NEW = "new", _("New")
        ANSWERED = "answered", _("Answered")
        HELD = "held", _("Held as spam")

    page = models.ForeignKey(ContactPage, null=True, on_delete=models.SET_NULL, related_name="+")
    language = LanguageField()
    subject = models.CharField(_("subject"), max_length=120)
    name = models.CharField(_("name"), max_length=120)
    email = models.EmailField(_("e-mail"), db_index=True)
    text = models.TextField(_("letter"))
    agreed_to = models.CharField(_("agreed to"), max_length=500, blank=True)
    arrived = models.DateTimeField(_("arrived"), db_index=True)
    state = models.CharField(_("state"), max_length=10, choices=State.choices, default=State.NEW, db_index=True)
    suspicions = models.CharField(max_length=200, blank=True)  # why it is held: names of `screening`
    recipients = models.CharField(max_length=500)  # as the subject had them when it was written
    receipted = models.BooleanField(default=False)
    once = models.CharField(max_length=64, unique=True)  # of the form that it was written in
    digest = models.CharField(max_length=64, db_index=True)  # of the text alone
    forget_on = models.DateField(_("kept until"), db_index=True)

    class Meta:
        ordering = ["-arrived", "-pk"]
        verbose_name = _("letter")
        verbose_name_plural = _("letters")

    def __str__(self) -> str:
        """Without a name: it stands in the log, which outlives the letter."""
        return f"{self.pk}"

    @property
    def about(self) -> str:
        """What its mails are about, as the outbox knows it."""
        return f"letter {self.pk}"
