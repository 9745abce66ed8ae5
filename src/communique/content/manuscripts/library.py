"""Pictures of a manuscript, put into the library: each waits there for its description."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha1
from pathlib import PurePath

from django.core.files.base import ContentFile
from PIL import Image

from communique.content.models import Picture

from .word import Drawn

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
LARGEST = 100_000_000  # pixels


class Shelf:
    """The pictures of one manuscript; each is put into the library once, and one that is there already isn't."""

    def __init__(self, drawn: Mapping[str, Drawn], name: str) -> None:
        self._drawn = drawn
        self._name = PurePath(name).stem
        self._placed: dict[str, int | None] = {}
        self._number = 0
        self.undescribed = 0

    def place(self, attributes: Mapping[str, str]) -> int | None:
        """The number in the library of a picture that a passage shows; None for one that can't be shown."""
        source = attributes.get("src", "")
        if source not in self._placed:
            self._placed[source] = self._keep(self._drawn.get(source))
        return self._placed[source]

    def _keep(self, drawn: Drawn | None) -> int | None:
        if drawn is None or drawn.media_type not in ENDINGS or not _sound(drawn.content):
            return None
        known = Picture.objects.filter(file_hash=sha1(drawn.content, usedforsecurity=False).hexdigest()).first()
        return int((known or self._add(drawn)).pk)

    def _add(self, drawn: Drawn) -> Picture:
        self._number += 1
        file = ContentFile(drawn.content, name=f"{self._name}-{self._number}.{ENDINGS[drawn.media_type]}")
        said = drawn.alt.strip()[:500]
        picture = Picture(title=f"{self._name}, {self._number}"[:255], file=file, alt_text=said)
        picture._set_image_file_metadata()  # size and digest, as the desk's own form takes them down
        picture.save()
        self.undescribed += not said
        return picture


def _sound(content: bytes) -> bool:
    try:
        with Image.open(ContentFile(content)) as image:
            if image.width * image.height > LARGEST:
                return False
            image.verify()
    except Exception:  # whatever is wrong with a picture, it can't be shown
        return False
    return True
