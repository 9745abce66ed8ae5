"""What kind of file it is, told by its first bytes: what it is called, or said to be, counts for nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.text.sentences import sentence

from .refusals import Refused

HEAD = 4096
"""So many bytes are enough to tell."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of picture that is taken, with the name Pillow knows it by."""

    plugin: str
    lossless: bool = False


JPEG, PNG, GIF, WEBP = Kind("JPEG"), Kind("PNG", lossless=True), Kind("GIF", lossless=True), Kind("WEBP")
LOSSLESS_WEBP = Kind("WEBP", lossless=True)
AVIF, HEIF, TIFF = Kind("AVIF"), Kind("HEIF"), Kind("TIFF")

_HEIF_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"mif1"}
_AVIF_BRANDS = {b"avif", b"avis"}
_BEGINNINGS = (
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
    (b"GIF87a", GIF),
    (b"GIF89a", GIF),
    (b"II*\0", TIFF),
    (b"MM\0*", TIFF),
)

_JPEG_XL = sentence("This is a JPEG XL picture, which few browsers show. Save it as JPEG and send that.")
_REFUSED = (
    (
        b"%PDF",
        sentence("This is a PDF document. Send it under Documents; to show a page of it, save that page as PNG."),
    ),
    (
        b"%!PS",
        sentence(
            "This is a PostScript drawing. Export the picture as JPEG or PNG from the program it was made with, and "
            "send that."
        ),
    ),
    (
        b"8BPS",
        sentence(
            "This is a Photoshop file. Export the picture as JPEG or PNG from the program it was made with, and send "
            "that."
        ),
    ),
    (b"BM", sentence("This is a bitmap without compression (BMP). Save it as PNG and send that.")),
    (
        b"PK\x03\x04",
        sentence("This is an archive or an office document. Take the picture out of it and send that."),
    ),
    (b"\xff\x0a", _JPEG_XL),
    (b"\0\0\0\x0cJXL ", _JPEG_XL),
    (b"\0\0\x01\0", sentence("This is an icon. Save it as PNG and send that.")),
)
_SVG = re.compile(rb"<(?:\w+:)?svg[\s>/]", re.IGNORECASE)
_MARKUP = re.compile(rb"^\s*<(?:!doctype|html|\?xml|script|head|body|\w+)\b", re.IGNORECASE)


def kind_of(head: bytes) -> Kind:
    """The kind of picture that a file with this head is. Raises Refused for anything else."""
    for beginning, kind in _BEGINNINGS:
        if head.startswith(beginning):
            return kind
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return LOSSLESS_WEBP if head[12:16] == b"VP8L" or b"VP8L" in head[:64] else WEBP
    if head[4:8] == b"ftyp":
        return _boxed(head)
    raise _refusal(head)


def _boxed(head: bytes) -> Kind:
    """A file of ISO boxes: AVIF and HEIC are, and so are films."""
    length = min(int.from_bytes(head[:4], "big"), 256)
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, length, 4))}
    if brands & _AVIF_BRANDS:
        return AVIF
    if brands & _HEIF_BRANDS:
        return HEIF
    raise Refused(sentence("This is a film, not a picture. Send one of its pictures as JPEG, and link to the film."))


def _refusal(head: bytes) -> Refused:
    text = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head[2:].replace(b"\0", b"")
    if _SVG.search(text):
        return Refused(
            sentence(
                "This is an SVG drawing. Such files can carry scripts and reach for other sites, so none is taken. "
                "Save it as PNG, 1,600 pixels wide or more, and send that; numbers are better shown by a chart of our "
                "own."
            )
        )
    if _MARKUP.search(text):
        return Refused(sentence("This is a page of markup, not a picture. Save the picture itself, and send that."))
    for beginning, said in _REFUSED:
        if head.startswith(beginning):
            return Refused(said)
    return Refused(
        sentence("This is no picture of a kind that can be taken. Send JPEG, PNG, WebP, AVIF, HEIC, GIF or TIFF.")
    )


def webp_size(head: bytes) -> tuple[int, int]:
    """Width and height that a WebP file tells of (RFC 9649): its decoder makes room for them before it looks."""
    at, first = head[12:16], head[20:30]
    if at == b"VP8X":
        return 1 + int.from_bytes(first[4:7], "little"), 1 + int.from_bytes(first[7:10], "little")
    if at == b"VP8L":
        bits = int.from_bytes(first[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    return int.from_bytes(first[6:8], "little") & 0x3FFF, int.from_bytes(first[8:10], "little") & 0x3FFF
