"""Recordings of ours in the library: sound and film, with captions and what is said in them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import PurePath
from typing import IO, Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from communique.content import languages
from communique.content.recordings import captions, kinds
from communique.publishing.speaking import invalid
from communique.text import slugs

from .fields import LanguageField, ProseField

FOLDER = "recordings"


def place(recording: Recording | RecordingTrack, filename: str) -> str:
    """Where a file is kept: under a name made of what is in it, so that what readers get there never changes."""
    path = PurePath(filename)
    stem = slugs.slug(path.stem, fallback="recording", longest=60)
    return f"{FOLDER}/{_seal(recording.file)}/{stem}{path.suffix.lower()}"


def _seal(file: IO[bytes]) -> str:
    file.seek(0)
    seal = sha256()
    for chunk in iter(lambda: file.read(1 << 20), b""):
        seal.update(chunk)
    file.seek(0)
    return seal.hexdigest()[:20]


def _is_new(file: Any) -> bool:
    """Whether a file was sent just now, and is not kept yet."""
    return bool(file) and not file._committed


class Recording(index.Indexed, ClusterableModel):
    """A sound or a film that we keep ourselves. Pages show it; readers get it from our own address."""

    title = models.CharField(_("title"), max_length=255, help_text=_("Readers see it above the player."))
    file = models.FileField(
        _("file"),
        upload_to=place,
        max_length=255,
        help_text=format_lazy(
            _("Sound as MP3, M4A, Ogg or Opus, up to {sound} MB; film as MP4 or WebM, up to {film} MB."),
            sound=kinds.LARGEST["sound"] >> 20,
            film=kinds.LARGEST["film"] >> 20,
        ),
    )
    language = LanguageField(default=languages.default, help_text=_("The language that is spoken in it."))
    wordless = models.BooleanField(
        _("nothing is said in it"),
        default=False,
        help_text=_("Music or sounds alone: then nobody misses a transcript."),
    )
    transcript = ProseField(
        _("transcript"),
        blank=True,
        help_text=_("What is said in it, for those who can’t hear it. Of a film also what one has to see."),
    )
    credit = models.CharField(_("credit"), max_length=300, blank=True, help_text=_("Who recorded it."))
    # What was found when the file was looked at.
    kind = models.CharField(max_length=10, blank=True, editable=False)
    size = models.BigIntegerField(default=0, editable=False)
    seconds = models.PositiveIntegerField(default=0, editable=False)

    panels = [
        FieldPanel("title"),
        FieldPanel("file"),
        FieldPanel("language"),
        FieldPanel("wordless"),
        InlinePanel("tracks", label=_("File"), heading=_("Captions, subtitles, descriptions")),
        FieldPanel("transcript"),
        FieldPanel("credit"),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title", "pk"]
        verbose_name = _("recording")
        verbose_name_plural = _("recordings")

    def __str__(self) -> str:
        return self.title

    @property
    def sort(self) -> kinds.Sort:
        """Whether one hears it or sees it."""
        return kinds.KINDS[self.kind].sort

    def clean(self) -> None:
        """Its file is what it is called. Raises ValidationError with what would do."""
        super().clean()
        try:
            self._look()
        except kinds.Refused as refused:
            raise ValidationError({"file": invalid(refused.said)}) from refused

    def save(self, *args: Any, **options: Any) -> None:
        """Measure a file that is new. Raises Refused for one that isn't taken."""
        self._look()
        super().save(*args, **options)

    def _look(self) -> None:
        if _is_new(self.file):
            found = kinds.measured(str(self.file.name), self.file, self.file.size)
            self.kind, self.seconds, self.size = found.kind, found.seconds, self.file.size


class RecordingTrack(Orderable):
    """Words that run along with a recording (WebVTT)."""

    class Kind(models.TextChoices):
        """What the words are for, as HTML calls it."""

        CAPTIONS = "captions", _("Captions: all that is heard")
        SUBTITLES = "subtitles", _("Subtitles: a translation")
        DESCRIPTIONS = "descriptions", _("Descriptions: what is seen")

    recording = ParentalKey(Recording, on_delete=models.CASCADE, related_name="tracks")
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.CAPTIONS)
    language = LanguageField(default=languages.default)
    file = models.FileField(_("file"), upload_to=place, max_length=255, help_text=_("WebVTT: its name ends in .vtt."))

    panels = [FieldPanel("kind"), FieldPanel("language"), FieldPanel("file")]

    class Meta(Orderable.Meta):
        verbose_name = _("captions")
        verbose_name_plural = _("captions")

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.language}"

    def clean(self) -> None:
        """Its file is WebVTT. Raises ValidationError with the line and what would do."""
        super().clean()
        if _is_new(self.file):
            try:
                captions.check(self.file, self.file.size)
            except kinds.Refused as refused:
                raise ValidationError({"file": invalid(refused.said)}) from refused

    def save(self, *args: Any, **options: Any) -> None:
        """Look at a file that is new. Raises Refused for one that isn't taken."""
        if _is_new(self.file):
            captions.check(self.file, self.file.size)
            if not str(self.file.name).lower().endswith(".vtt"):
                self.file.name = f"{self.file.name}.vtt"
        super().save(*args, **options)
