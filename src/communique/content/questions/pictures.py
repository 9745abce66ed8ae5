"""Pictures as print shows them: renditions with their addresses, and what is said about the picture."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.pictures import FALLBACK
from communique.press.questions import Reading
from communique.press.sheets import Media

TYPES = {"webp": "image/webp", "jpg": "image/jpeg"}


@dataclass(frozen=True, slots=True)
class Source:
    """One rendition."""

    address: str
    width: int
    height: int
    path: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it can be shown: `sources` from narrow to wide, `card` for mails and cards."""

    sources: tuple[Source, ...]
    card: Source | None
    alt: str
    caption: str
    credit: str
    source: str

    @property
    def main(self) -> Source:
        """The rendition for those who can't choose."""
        return self.sources[min(1, len(self.sources) - 1)]

    @property
    def media(self) -> tuple[Media, ...]:
        """The files that a page showing it refers to."""
        every = (*self.sources, self.card) if self.card else self.sources
        return tuple(Media(one.address, one.path, TYPES[one.path.rpartition(".")[2]]) for one in every)


def shown(read: Reading, picture_id: int) -> Shown | None:
    """A picture, or None if there is none or nothing to show of it. For use inside questions."""
    picture = read.row("content_picture", picture_id)
    if picture is None:
        return None
    sources, card = [], None
    for made in read.rows("content_rendition", image_id=picture_id):
        source = Source(f"/media/{made.id}/{made.file.rpartition('/')[2]}", made.width, made.height, made.file)
        if made.filter_spec == FALLBACK:
            card = source
        elif made.filter_spec.endswith("|format-webp") and made.filter_spec.startswith("width-"):
            sources.append(source)
    if not sources:
        return None
    sources.sort(key=lambda one: (one.width, one.address))
    alt = "" if picture.decorative else picture.alt_text
    return Shown(tuple(sources), card, alt, picture.caption, picture.credit, picture.source)
