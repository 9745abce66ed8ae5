"""Pictures of a manuscript, put into the library: each waits there for its description."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import blake2b
from pathlib import PurePath

from django.core.files.base import ContentFile

from communique.content.darkroom.refusals import Refused
from communique.content.models import Picture

from .word import Drawn

ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/gif": "gif", "image/webp": "webp", "image/heic": "heic"}


class Shelf:
    """The pictures of one manuscript; one that it shows twice is put into the library once."""

    def __init__(self, drawn: Mapping[str, Drawn], name: str) -> None:
        self._drawn = drawn
        self._name = PurePath(name).stem
        self._placed: dict[bytes, int | None] = {}
        self.undescribed = 0

    def place(self, attributes: Mapping[str, str]) -> int | None:
        """The number in the library of a picture that a passage shows; None for one that can't be shown."""
        drawn = self._drawn.get(attributes.get("src", ""))
        if drawn is None or drawn.media_type not in ENDINGS:
            return None
        digest = blake2b(drawn.content, digest_size=16).digest()
        if digest not in self._placed:
            self._placed[digest] = self._keep(drawn, len(self._placed) + 1)
        return self._placed[digest]

    def _keep(self, drawn: Drawn, number: int) -> int | None:
        file = ContentFile(drawn.content, name=f"{self._name}-{number}.{ENDINGS[drawn.media_type]}")
        said = drawn.alt.strip()[:500]
        picture = Picture(title=f"{self._name}, {number}"[:255], file=file, alt_text=said)
        try:
            picture.save()
        except Refused:  # damaged, too large, or no picture at all
            return None
        self.undescribed += not said
        return int(picture.pk)
