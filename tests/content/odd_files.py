"""Files that come to a picture desk and are not what one hopes for, made here: odd, broken, and meant to harm."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, TiffImagePlugin

TELLTALE = b"TELLTALE"
"""Stands wherever a file can say something besides its pixels."""

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><rect width="9" height="9"/></svg>'


def colours(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue; the upper left corner is white."""
    image = Image.new("RGB", (width, height), (200, 20, 20))
    image.paste((20, 20, 200), (width // 2, 0, width, height))
    image.paste((255, 255, 255), (0, 0, max(1, width // 6), max(1, height // 4)))
    return image.convert(mode)


def saved(image: Image.Image, form: str, **options: Any) -> bytes:
    file = BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def told(turned: int = 1) -> Image.Exif:
    """What a camera notes: place, device, and how it was held."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F], exif[0x0110] = turned, TELLTALE.decode(), "Model TELLTALE"
    exif.get_ifd(0x8825).update(
        {1: "N", 2: (TiffImagePlugin.IFDRational(24), TiffImagePlugin.IFDRational(51), TiffImagePlugin.IFDRational(36))}
    )
    return exif


def everything_told(form: str, **options: Any) -> bytes:
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>TELLTALE</x:xmpmeta>"
    said = {"comment": TELLTALE} if form in ("JPEG", "GIF") else {}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return saved(colours(), form, exif=told(), xmp=xmp, icc_profile=profile, **said, **options)


def png_header(width: int, height: int, *, data: bytes = b"", bits: int = 8, colour: int = 2) -> bytes:
    """A PNG that says it is so large, whatever it holds."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, bits, colour, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def webp_header(width: int, height: int) -> bytes:
    told = b"\0\0\0\0" + (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0" + told


def bomb() -> bytes:
    """A small file that unfolds to 600 MB of pixels."""
    unfold = zlib.compressobj(9)
    row = b"\0" * (1 + 3 * 20_000)
    squeezed = b"".join(unfold.compress(row) for _ in range(10_000)) + unfold.flush()
    return png_header(20_000, 10_000, data=squeezed)


def moving(form: str) -> bytes:
    others = [colours().transpose(Image.Transpose.FLIP_LEFT_RIGHT)]
    return saved(colours(), form, save_all=True, append_images=others, duration=100, loop=0)


def from_a_printer() -> bytes:
    return saved(colours(mode="CMYK"), "JPEG", quality=95)


def deep_grey() -> bytes:
    image = Image.new("I;16", (60, 40))
    for x in range(60):
        for y in range(40):
            image.putpixel((x, y), x * 1000)
    return saved(image, "PNG")


def strange_profile() -> bytes:
    """A profile of another kind of colours than the picture has."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    return saved(colours(), "JPEG", icc_profile=profile, quality=95)


def from_a_telephone() -> bytes:
    import pillow_heif

    pillow_heif.register_heif_opener()
    return saved(colours(), "HEIF", exif=told())


ODD: dict[str, Callable[[], bytes]] = {
    "upright.jpg": lambda: saved(colours(), "JPEG", exif=told(), quality=95),
    "on its side.jpg": lambda: saved(colours(), "JPEG", exif=told(6), quality=95),
    "mirrored.jpg": lambda: saved(colours(), "JPEG", exif=told(5), quality=95),
    "progressive.jpg": lambda: saved(colours(), "JPEG", progressive=True),
    "from a printer.jpg": from_a_printer,
    "strange profile.jpg": strange_profile,
    "nonsense for a profile.jpg": lambda: saved(colours(), "JPEG", icc_profile=b"nonsense"),
    "nonsense for exif.jpg": lambda: saved(colours(), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\xff"),
    "grey.jpg": lambda: saved(colours(mode="L"), "JPEG"),
    "with transparency.png": lambda: saved(colours(mode="RGBA"), "PNG"),
    "of a palette.png": lambda: saved(colours().quantize(3), "PNG", transparency=0),
    "of two colours.png": lambda: saved(colours(mode="1"), "PNG"),
    "grey with transparency.png": lambda: saved(colours(mode="LA"), "PNG"),
    "deep grey.png": deep_grey,
    "one point.png": lambda: saved(colours(1, 1), "PNG"),
    "a thread.png": lambda: saved(colours(5000, 1), "PNG"),
    "still.gif": lambda: saved(colours(mode="P"), "GIF"),
    "lossless.webp": lambda: saved(colours(mode="RGBA"), "WEBP", lossless=True),
    "lossy.webp": lambda: saved(colours(), "WEBP"),
    "small.avif": lambda: saved(colours(), "AVIF"),
    "from a telephone.heic": from_a_telephone,
    "scanned.tif": lambda: saved(colours(mode="CMYK"), "TIFF"),
    "a jpeg called.png": lambda: saved(colours(), "JPEG"),
    "also a page.jpg": lambda: saved(colours(), "JPEG", comment=b"<script>TELLTALE</script>") + b"<html>TELLTALE",
    "also an archive.png": lambda: saved(colours(), "PNG") + b"PK\x03\x04TELLTALE",
}
"""What is taken, each in its way."""

REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "200 megapixels.png": (lambda: png_header(20_000, 10_000), "200 million in all"),
    "263 megapixels.webp": (lambda: webp_header(16_383, 16_083), "263 million in all"),
    "a bomb.png": (bomb, "200 million in all"),
    "drawing.svg": (lambda: SVG, "Save it as PNG"),
    "drawing in disguise.jpg": (lambda: b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->" + SVG, "carry scripts"),
    "wide letters.svg": (lambda: SVG.decode().encode("utf-16"), "carry scripts"),
    "page.jpg": (lambda: b"<!doctype html><script>alert(1)</script>", "a page of markup"),
    "report.pdf": (lambda: b"%PDF-1.7\n", "under Documents"),
    "album.zip": (lambda: b"PK\x03\x04", "Take the picture out"),
    "film.jpg": (lambda: b"\0\0\0\x18ftypisom\0\0\2\0isommp42", "a film"),
    "words.png": (lambda: b"only words", "Send JPEG, PNG"),
    "moving.gif": (lambda: moving("GIF"), "readers could not stop it"),
    "moving.png": (lambda: moving("PNG"), "readers could not stop it"),
    "moving.webp": (lambda: moving("WEBP"), "readers could not stop it"),
    "cut short.jpg": (lambda: saved(colours(600, 400), "JPEG")[:3000], "ends too early"),
    "cut short.png": (lambda: saved(colours(600, 400), "PNG")[:-60], "ends too early"),
    "cut short.webp": (lambda: saved(colours(600, 400), "WEBP")[:200], "ends too early|opened"),
    "only a head.jpg": (lambda: b"\xff\xd8\xff\xe0", "ends too early"),
    "measurements.tif": (lambda: saved(Image.new("F", (9, 9)), "TIFF"), "measurements"),
    "damaged.png": (lambda: png_header(60, 40, data=b"no such thing"), "opened|ends too early"),
}
"""What is not taken, and what its sender is told."""
