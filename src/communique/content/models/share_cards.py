"""Share cards that have been drawn."""

from __future__ import annotations

from django.db import models


class ShareCard(models.Model):
    """A drawn card, by the digest of all that it shows."""

    digest = models.CharField(max_length=32, primary_key=True)
    file = models.CharField(max_length=200)
    made = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.digest
