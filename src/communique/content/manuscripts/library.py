"""Pictures of a manuscript, put into the library: each waits there for its description."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from django.core.files.base import ContentFile
from PIL import Image

from communique.content.models import Picture

from .word import Drawn

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp"}
LARGEST = 100_000_000  # pixels


class Shelf:
    """The pictures of one manuscript; each is put into the library once, when a figure first wants it."""

    def __init__(self, drawn: Mapping[str, Drawn], name: str) -> None:
        self._drawn = drawn
        self._name = PurePath(name).stem
        self._placed: dict[str, int | None] = {}
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
        number = len([placed for placed in self._placed.values() if placed is not None]) + 1
        file = ContentFile(drawn.content, name=f"{self._name}-{number}.{ENDINGS[drawn.media_type]}")
        said = drawn.alt.strip()[:500]
        picture = Picture(title=f"{self._name}, {number}"[:255], file=file, alt_text=said)
        picture.save()
        self.undescribed += not said
        return int(picture.pk)


def _sound(content: bytes) -> bool:
    try:
        with Image.open(ContentFile(content)) as image:
            if image.width * image.height > LARGEST:
                return False
            image.verify()
    except Exception:  # whatever is wrong with a picture, it can't be shown
        return False
    return True
