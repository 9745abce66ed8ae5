"""Which fields of a model can hold a word, and what is written into them so that they hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import models
from PIL import Image
from wagtail.fields import RichTextField, StreamField

from communique.publishing import declarations
from tests.content.sounds import CAPTIONS, mp3

from . import blocks
from .words import NEVER, ONCE, OPEN, Purse

FROM_THE_CAMERA = "written by the camera"
COVER = (1400, 1400)
"""So large a show's cover has to be, else there is no podcast."""

SPECIMEN = "qzxvjkwqyvabcdefgh"
TEXTS = (models.CharField, models.TextField, models.JSONField, models.FileField, models.BinaryField, StreamField)

SAID_OTHERWISE: dict[str, Callable[[str], str]] = {
    "articles.ArticlePage.doi": "10.5555/{}".format,
    "media.CoveragePage.recording": "https://soundcloud.com/institute/{}".format,
}
"""Fields that take a word in some form only."""

FILES: dict[str, tuple[str, Callable[[str], bytes]]] = {
    "content.RecordingTrack.file": ("vtt", lambda word: CAPTIONS.replace("Gas", word).encode()),
    "content.Recording.file": ("mp3", lambda word: mp3(said=word)),
    "wagtaildocs.Document.file": ("pdf", lambda word: f"%PDF-1.7 {word}".encode()),
}
"""How files end, and what is in them. Any other is a text."""

MADE = "made by the program whenever it is saved"

LEFT_OUT = {
    "wagtailcore.Page.path": "the place in the tree, in digits",
    "wagtailcore.Page.url_path": "made of slugs by Wagtail",
    "wagtailcore.Page.draft_title": "repeats the title",
    "content.Picture.file_hash": MADE,
    "content.Picture.developed": MADE,
    "content.Picture.rendered": MADE,
    "shows.ShowPage.cover_file": MADE,
    "documents.DocumentVersion.file": MADE,
    "articles.PDFVersion.file": MADE,
    "accounts.User.password": "a hash; the password itself is planted, and its hash is a secret as it is",
    "wagtailcore.Collection.path": "the place in the tree, in digits",
    "wagtailcore.PageLogEntry.action": "one of the actions that are registered",
    "wagtailcore.ModelLogEntry.action": "one of the actions that are registered",
}


SHOWN_BY_BEING_THERE = {
    "content.Person.biography": "whoever has a biography has a page",
    "content.PersonText.biography": "whoever has a biography has a page",
}
"""Fields that show a row to all when anything is in them: they are left empty where a row isn't for all."""

GO_OUT_WITH_THE_ROW = {
    "content.Picture.called": "is in the addresses of its files",
    "content.Recording.file": "is in its address",
    "content.RecordingTrack.file": "is in its address",
    "wagtaildocs.Document.file": "what is in it is for those who may have it",
}
"""Fields that aren't declared and yet get out with their rows."""


def of(model: type[models.Model]) -> Iterator[models.Field]:
    """The fields that bear words, those of the models it extends too. What has choices has no words of its own."""
    for field in model._meta.concrete_fields:
        if isinstance(field, TEXTS) and not field.choices and name(field) not in LEFT_OUT:
            yield field


def name(field: models.Field) -> str:
    """As everybody calls it: of the model that has it."""
    return f"{field.model._meta.label}.{field.name}"


def values(model: type[models.Model], purse: Purse) -> dict[str, Any]:
    """A word in each field that takes one."""
    return {
        field.name: filled(field, purse)
        for field in of(model)
        if takes_a_word(field) and (purse.seen == OPEN or name(field) not in SHOWN_BY_BEING_THERE)
    }


def takes_a_word(field: models.Field) -> bool:
    """Whether a word fits, by the field's own rules."""
    if field.max_length and field.max_length < len(SPECIMEN):
        return False
    if isinstance(field, models.FileField):
        return True
    try:
        field.clean(_written(field, SPECIMEN), None)
    except ValidationError:
        return False
    return True


def filled(field: models.Field, purse: Purse) -> Any:
    """The field's value, with a word in it or, if it has several places, in each."""
    if isinstance(field, StreamField):
        return list(blocks.every(field.stream_block, purse.within(name(field), _seen(field, purse))))
    if isinstance(field, models.ImageField):
        return _picture(field, purse)
    if isinstance(field, models.FileField):
        end, content = FILES.get(name(field), ("txt", str.encode))
        inside, called = (
            purse.word(f"{name(field)}, {where}", _seen(field, purse)) for where in ("inside", "its name")
        )
        return ContentFile(content(inside), name=f"{called}.{end}")
    return _written(field, purse.word(name(field), _seen(field, purse)))


def _seen(field: models.Field, purse: Purse) -> str:
    """What isn't declared is no reader's, in whatever row it stands."""
    table = declarations.tables.get(field.model._meta.db_table)
    declared = (table is not None and field.column in table.columns) or name(field) in GO_OUT_WITH_THE_ROW
    return purse.seen if declared or purse.seen == ONCE else NEVER


def _written(field: models.Field, word: str) -> Any:
    otherwise = SAID_OTHERWISE.get(name(field))
    if otherwise is not None:
        return otherwise(word)
    if isinstance(field, RichTextField):
        return f"<p>{word}</p>"
    if isinstance(field, StreamField):
        return []
    if isinstance(field, models.JSONField):
        return {"said": word}
    if isinstance(field, models.BinaryField):
        return word.encode()
    if isinstance(field, models.EmailField):
        return f"{word}@example.org"
    return f"https://example.org/{word}" if isinstance(field, models.URLField) else word


def _picture(field: models.Field, purse: Purse) -> ContentFile:
    """A small picture with a word in its name, and others where cameras write."""
    size = COVER if purse.what.endswith(": cover") else (64, 36)
    drawing, file = Image.new("RGB", size, "navy"), BytesIO()
    exif = drawing.getexif()
    exif[0x010E] = purse.word(f"{name(field)}, {FROM_THE_CAMERA}", NEVER)
    comment = purse.word(f"{name(field)}, comment {FROM_THE_CAMERA}", NEVER)
    drawing.save(file, "JPEG", exif=exif, comment=comment.encode())
    return ContentFile(file.getvalue(), name=f"{purse.word(name(field), NEVER)}.jpg")
