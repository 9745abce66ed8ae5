"""The master of a picture: what is kept of an upload, and what everything else is made from."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image

from .kinds import JPEG, WEBP, Kind
from .opening import opened

RECIPE = "1"
"""Another one makes all masters anew. To be raised when what is kept, or left out, changes."""

TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def master(path: Path, *, still: bool = False) -> tuple[bytes, str]:
    """The bytes of the master of a file, and its suffix: jpg, png or webp. Raises Refused.

    It has the pixels and nothing else: neither place, device and time, nor what else was hidden in or behind them.
    A JPEG that needs no change is written with its own tables, so that it loses nothing one could see.
    """
    image, kind = opened(path, still=still)
    if getattr(image, "format", None) in ("JPEG", "MPO") and image.mode in ("L", "RGB"):
        return _again(image), "jpg"
    image = bare(image)
    return _lossless(image, kind) if _should_be_lossless(image, kind) else (_jpeg(image), "jpg")


def bare(image: Image.Image) -> Image.Image:
    """The pixels alone."""
    plain = Image.new(image.mode, image.size)
    plain.paste(image)
    return plain


def _should_be_lossless(image: Image.Image, kind: Kind) -> bool:
    return kind.lossless or image.mode == "RGBA" or kind.plugin == WEBP.plugin


def _lossless(image: Image.Image, kind: Kind) -> tuple[bytes, str]:
    file = BytesIO()
    if kind.plugin == WEBP.plugin:
        image.save(file, "WEBP", quality=95, method=2, lossless=kind.lossless, exact=kind.lossless)
        return file.getvalue(), "webp"
    image.save(file, "PNG", compress_level=4)
    return file.getvalue(), "png"


def _jpeg(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=92, subsampling="4:2:0", optimize=True)
    return file.getvalue()


def _again(image: Image.Image) -> bytes:
    image.info = {}
    file = BytesIO()
    try:
        image.save(file, JPEG.plugin, quality="keep", subsampling="keep", optimize=True)
    except ValueError:  # tables of a kind that can't be written
        return _jpeg(bare(image))
    return file.getvalue()
