"""Pictures as print shows them: renditions with their addresses, and what is said about the picture."""

from __future__ import annotations

from dataclasses import dataclass

from communique.content.darkroom.renditions import FALLBACK, TYPES, Spec
from communique.press.questions import Reading, Row
from communique.press.sheets import Media


@dataclass(frozen=True, slots=True)
class Source:
    """One rendition."""

    address: str
    width: int
    height: int
    path: str

    @property
    def media_type(self) -> str:
        """Its media type."""
        return TYPES[self.path.rpartition(".")[2]]


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture as it can be shown, with what renditions there are: each format from narrow to wide.

    `focus` is where to look, in tenths of width and height, if an editor has said so.
    """

    avif: tuple[Source, ...] = ()
    webp: tuple[Source, ...] = ()
    jpeg: Source | None = None
    focus: tuple[int, int] | None = None
    alt: str = ""
    caption: str = ""
    credit: str = ""
    source: str = ""
    licence: str = ""

    @property
    def main(self) -> Source:
        """The rendition for those who can't choose."""
        several = self.webp or self.avif
        return self.jpeg or several[min(1, len(several) - 1)]

    @property
    def small(self) -> Source:
        """The smallest rendition that every browser of this time shows."""
        return self.webp[0] if self.webp else self.main

    @property
    def formats(self) -> tuple[tuple[str, tuple[Source, ...]], ...]:
        """What a browser may choose from, the smallest files first: media types and their renditions."""
        # Half a set (the rest is being made) would have wide screens show narrow pictures.
        avif = self.avif if len(self.avif) >= len(self.webp) else ()
        return tuple((several[0].media_type, several) for several in (avif, self.webp) if several)

    @property
    def media(self) -> tuple[Media, ...]:
        """The files that a page showing it refers to."""
        every = [one for _, several in self.formats for one in several]
        if self.main not in every:
            every.append(self.main)
        return tuple(Media(one.address, one.path, one.media_type) for one in every)


def shown(read: Reading, picture_id: int) -> Shown | None:
    """A picture, or None if there is none or nothing to show of it. For use inside questions."""
    picture = read.row("content_picture", picture_id)
    if picture is None:
        return None
    found: dict[str, list[Source]] = {"avif": [], "webp": [], "jpeg": []}
    for made in read.rows("content_rendition", image_id=picture_id):
        if made.filter_spec.startswith("width-"):
            spec = Spec.parsed(made.filter_spec)
            if spec.form in found and (spec.form != FALLBACK.form or spec == FALLBACK):
                address = f"/media/{made.id}/{made.file.rpartition('/')[2]}"
                found[spec.form].append(Source(address, made.width, made.height, made.file))
    if not any(found.values()):
        return None
    avif, webp, jpeg = (tuple(sorted(several, key=_by_width)) for several in found.values())
    return Shown(
        avif,
        webp,
        jpeg[0] if jpeg else None,
        _focus(picture),
        "" if picture.decorative else picture.alt_text,
        picture.caption,
        picture.credit,
        picture.source,
        picture.licence,
    )


def _by_width(one: Source) -> tuple[int, str]:
    return one.width, one.address


def _focus(picture: Row) -> tuple[int, int] | None:
    x, y = picture.focal_point_x, picture.focal_point_y
    if x is None or y is None or not picture.width or not picture.height:
        return None
    return min(10, round(10 * x / picture.width)), min(10, round(10 * y / picture.height))
