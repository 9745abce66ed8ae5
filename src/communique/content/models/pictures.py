"""Pictures and their renditions. What an editor uploads is never published; renditions of it are."""

from __future__ import annotations

from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import string_to_ascii
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from communique.content import licences, pictures
from communique.text import slugs

from .fields import LineField


class Picture(AbstractImage):
    """A picture in the library, with what has to be said about it wherever it stands."""

    alt_text = models.CharField(
        _("description"),
        max_length=500,
        blank=True,
        help_text=_("What the picture shows, for those who can't see it."),
    )
    decorative = models.BooleanField(
        _("decorative"),
        default=False,
        help_text=_("The picture adds nothing to a text, so it needs no description."),
    )
    caption = LineField(_("caption"), blank=True, help_text=_("Stands below it, unless an article says otherwise."))
    credit = models.CharField(
        _("credit"), max_length=300, blank=True, help_text=_("Who took or drew it; readers see it below.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True, help_text=_("Where it comes from."))
    licence = models.CharField(
        _("licence"),
        max_length=20,
        blank=True,
        choices=licences.CHOICES,
        help_text=_("What others may do with it. Readers see Creative Commons licences, with a link."),
    )
    called = models.CharField(max_length=60, blank=True, default="", editable=False)
    """What its files were called for readers before it came here; new ones are named for what they show."""
    developed = models.CharField(max_length=120, blank=True, default="", editable=False)
    rendered = models.CharField(max_length=20, blank=True, default="", editable=False, db_index=True)

    admin_form_fields = (
        *("title", "file", "alt_text", "decorative", "caption", "credit", "source", "licence"),
        *("collection", "tags", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height"),
    )

    class Meta(Image.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def __init__(self, *args: Any, **options: Any) -> None:
        # Wagtail's own constructor sets `decorative` to False, which would undo what the database says.
        super(AbstractImage, self).__init__(*args, **options)
        self.contextual_alt_text = None

    @property
    def default_alt_text(self) -> str:
        """What the picture shows; nothing if it is decorative."""
        return "" if self.decorative else self.alt_text

    def clean(self) -> None:
        """A picture is described, or is decorative."""
        super().clean()
        if not self.decorative and not self.alt_text.strip():
            said = _("Describe the picture for those who can't see it, or mark it as decorative.")
            raise ValidationError(said)

    def save(self, *args: Any, **options: Any) -> None:
        """Keep the picture's master, and make the renditions that pages show: printing makes none.

        Raises Refused for a file that is not taken for a picture.
        """
        if options.get("update_fields") is not None:  # Wagtail noting a size or a hash
            super().save(*args, **options)
            return
        pictures.develop(self)
        made = pictures.render(self, pictures.due(self))  # before anything is written: it takes a second
        with transaction.atomic():
            super().save(*args, **options)
            if made:
                pictures.put_up(self, made)

    def get_upload_to(self, filename: str) -> str:
        """Where its master is kept, by a name without tricks."""
        path = PurePath(filename)
        stem = slugs.slug(string_to_ascii(path.stem), fallback="picture", longest=60)
        return f"original_images/{stem}{path.suffix.lower()}"


class Rendition(AbstractRendition):
    """A picture in one size and format, without what the camera wrote into it."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="content_rendition_once")
        ]

    def __str__(self) -> str:
        return f"{self.image_id}, {self.filter_spec}"
