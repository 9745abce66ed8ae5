"""Mails on their way: one row for each recipient, so that each is told exactly what became of theirs."""

from __future__ import annotations

from django.db import models

WAITING, SENDING, SENT, REFUSED = "waiting", "sending", "sent", "refused"


class Outgoing(models.Model):
    """A mail to one recipient. What it says is forgotten as soon as it has been handed over."""

    to = models.CharField(max_length=254)
    reply_to = models.TextField(blank=True)
    subject = models.CharField(max_length=255)
    text = models.TextField(blank=True)
    automatic = models.BooleanField(default=False)  # it answers by itself, and no program should answer it
    about = models.CharField(max_length=60, blank=True, db_index=True)  # what it belongs to: "letter 12"
    message_id = models.CharField(max_length=255, unique=True)
    state = models.CharField(max_length=10, default=WAITING)
    tries = models.PositiveIntegerField(default=0)
    made = models.DateTimeField()
    due = models.DateTimeField()
    touched = models.DateTimeField(null=True)  # when its state changed last
    trouble = models.TextField(blank=True)  # what the server said, or why there was none

    class Meta:
        indexes = [models.Index(fields=["state", "due"], name="mail_due")]

    def __str__(self) -> str:
        return self.message_id
