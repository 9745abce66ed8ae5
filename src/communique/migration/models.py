"""What was brought from elsewhere, as what, and in which state it was then."""

from __future__ import annotations

import json
import zlib
from typing import Any

from django.db import models


class ImportRun(models.Model):
    """One import, from beginning to end: kept for ever."""

    base = models.CharField(max_length=500)
    exports = models.TextField()  # the names of the files
    began = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)
    counts = models.JSONField(default=dict)
    report = models.TextField(blank=True, default="")

    class Meta:
        ordering = ["-began"]

    def __str__(self) -> str:
        return f"{self.base}, {self.began:%Y-%m-%d %H:%M}"


class Imported(models.Model):
    """One thing that came from elsewhere, by its name there. Two sites may use the same numbers."""

    class Kind(models.TextChoices):
        """What it was there."""

        POST = "post"
        PERSON = "person"
        TERM = "term"
        PICTURE = "picture"
        OTHER = "other"  # something kept for editors

    base = models.CharField(max_length=500)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    key = models.CharField(max_length=500)
    title = models.CharField(max_length=255, blank=True, default="")  # of what has no page here
    source = models.CharField(max_length=64, blank=True, default="")  # its state there when it was brought
    written = models.CharField(max_length=64, blank=True, default="")  # its state here when it was brought
    published = models.BooleanField(default=False)  # it was made public by an import
    page = models.ForeignKey("wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+")
    person = models.ForeignKey("content.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    topic = models.ForeignKey("content.Topic", null=True, on_delete=models.SET_NULL, related_name="+")
    picture = models.ForeignKey("content.Picture", null=True, on_delete=models.SET_NULL, related_name="+")
    brought = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["base", "kind", "key"], name="migration_imported_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.key} of {self.base}"


class Original(models.Model):
    """What the former system held of something, word for word: for editors, never for readers."""

    imported = models.OneToOneField(Imported, on_delete=models.CASCADE, related_name="original")
    packed = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.imported_id}"

    @staticmethod
    def pack(held: dict[str, Any]) -> bytes:
        """As it is stored."""
        return zlib.compress(json.dumps(held, ensure_ascii=False).encode())

    @property
    def held(self) -> dict[str, Any]:
        """The text, the excerpt and all that was kept beside them."""
        read: dict[str, Any] = json.loads(zlib.decompress(self.packed))
        return read


class NotBrought(models.Model):
    """An element of a page that has no block of ours yet, and how often it stands there."""

    imported = models.ForeignKey(Imported, on_delete=models.CASCADE, related_name="not_brought")
    name = models.CharField(max_length=200, db_index=True)
    number = models.PositiveIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        constraints = [models.UniqueConstraint(fields=["imported", "name"], name="migration_not_brought_once")]

    def __str__(self) -> str:
        return f"{self.name} × {self.number}"
