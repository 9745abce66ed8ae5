"""Addresses that readers asked for in vain: which, how often, when. Nothing says who asked."""

from __future__ import annotations

from django.db import models


class Missed(models.Model):
    """An address where there is nothing, and how often somebody looked for it."""

    address = models.CharField(max_length=200, unique=True)
    count = models.PositiveIntegerField(default=0)
    first = models.DateField()
    last = models.DateField(db_index=True)

    class Meta:
        ordering = ["-count", "address"]

    def __str__(self) -> str:
        return self.address
