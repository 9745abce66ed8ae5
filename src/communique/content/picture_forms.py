"""The desk's form for pictures: whatever way a file comes in by, it goes through the darkroom first."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.forms import FileField
from django.utils.functional import lazy
from django.utils.translation import gettext
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from communique.publishing.speaking import invalid
from communique.text import invisible
from communique.text.sentences import sentence

from . import pictures
from .darkroom.refusals import LARGEST, MOST_PIXELS, Refused

HELP = sentence(
    "JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF; at most {megabytes} MB and {millions} million pixels. "
    "Where, when and with what it was taken is removed from the file.",
    megabytes=LARGEST >> 20,
    millions=MOST_PIXELS // 1_000_000,
)


class PictureField(WagtailImageField):
    """A file that becomes a master. What it is called doesn't matter; what is in it does."""

    default_validators: list[Any] = []

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.help_text = lazy(str, str)(HELP)

    def to_python(self, data: UploadedFile | None) -> Any:
        """The master of the file. The file itself gets the master's content too: Wagtail may keep it for later."""
        given = FileField.to_python(self, data)
        if given is None or data is None:
            return None
        try:
            master = pictures.developed(given)
        except Refused as refused:
            raise invalid(refused.said, code="invalid_image") from refused
        data.seek(0)
        data.truncate()
        data.write(master.read())
        data.seek(0)
        data.name, data.size, master.size = master.name, master.size, master.size
        master.seek(0)
        return master


class PictureForm(BaseImageForm):
    """Adding or editing a picture."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if (file := self.fields.get("file")) is not None:
            self.fields["file"] = PictureField(label=file.label, required=file.required, widget=file.widget)

    def clean_title(self) -> str:
        """Without signs that can't be seen: a title is often a file's name, and such a name may be a disguise."""
        return invisible.without(self.cleaned_data["title"]) or gettext("Picture")

    def save(self, commit: bool = True) -> Any:
        """Save it. Wagtail's own way would then delete all renditions of a new file, those just made too."""
        former = self.original_file if "file" in self.changed_data else None
        saved = super(BaseImageForm, self).save(commit=commit)
        if commit and former and former.name != saved.file.name:
            transaction.on_commit(lambda: former.storage.delete(former.name))
        return saved
